import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goTemplate, goTemplateFile } from '../../../src/printers/go-template/format.ts'
import { growthOf, linear } from '../../support/growth.ts'
import { printValues } from '../../support/print.ts'

const data = { a: { b: [1, 2, 3], nul: null, s: 'text', f: 2.5 }, list: [{ n: 'x' }, { n: 'y' }, null], empty: [] }

const run = (argument: string, value: unknown = data) =>
  printValues({ format: goTemplate, argument, values: [value], context: { allowMissingKeys: true } })

test.for([
  ['{{range $i, $n := .a.b}}{{if eq $i 1}}{{continue}}{{end}}{{$n}},{{end}}', '1,3,'],
  ['{{range .a.b}}{{if gt . 2}}{{break}}{{end}}{{.}}{{end}}', '12'],
  ['{{if .none}}a{{else if .a}}b{{else}}c{{end}}', 'b'],
  ['{{with .none}}a{{else with .a.s}}{{.}}{{end}}', 'text'],
  ['{{define "x"}}<{{.}}>{{end}}{{template "x" .a.s}}{{template "x"}}', '<text><<no value>>'],
  ['{{block "b" .a.f}}[{{.}}]{{end}}', '[2.5]'],
  ['a {{- /* gone */ -}} b', 'ab'],
  ['a\n {{- "x" -}} \n b', 'axb'],
  ['{{range 3}}{{.}}{{end}}', '012'],
  ['{{with $x := .a.s}}{{$x}}{{$.a.f}}{{end}}', 'text2.5'],
  ['{{$x := 1}}{{if true}}{{$x = 2}}{{end}}{{$x}}', '2'],
  ['{{print 1 2 "a" "b" 3}}', '1 2ab3'],
  ['{{printf "%05d|%x|%t|%q|%v|%c" 42 255 true "a" .a.b 65}}', '00042|ff|true|"a"|[1 2 3]|A'],
  ['{{printf "%d" "x"}} {{printf "%s"}} {{printf "x" 1}}', '%!d(string=x) %!s(MISSING) x%!(EXTRA int=1)'],
  ['{{printf "%s" .a.b}}', '[%!s(int64=1) %!s(int64=2) %!s(int64=3)]'],
  ['{{or .none .a.s}} {{and .a.s .none}} {{not .none}}', 'text <no value> true'],
  ['{{index .a "b" 1}} {{index .a.s 0}} {{slice .a.s 1 3}}', '2 116 ex'],
  ['{{urlquery "a b&c"}} {{html "<a>"}}', 'a+b%26c &lt;a&gt;'],
  ['{{.a.s | printf "%s-%s" "x" | len}}', '6'],
  ['{{0x1F}} {{1e3}} {{-1}} {{1_000}} {{`raw`}} {{"\\u00e9"}}', '31 1000 -1 1000 raw é'],
  ['{{eq .a.s "x" "text"}} {{ne 1 2}} {{eq .a.nul nil}}', 'true true true'],
  ['{{printf "%5d|%-5v|%05d" 42 "x" -7}}', '   42|x    |-0007'],
  ['{{printf "%4d" .a.b}}', '[   1    2    3]'],
  ['{{printf "%.2f|%6.2s|" "hello" "hello"}}', '%!f(string=he)|    he|'],
  ['{{printf "%-10s|" 3}}', '%!s(int=3         )|'],
  ['{{printf "%s" .list}}', '[map[n:x] map[n:y] <nil>]'],
  ['{{printf "%[2]v %[1]v %[3]d" 1 2}}', '2 1 %!d(BADINDEX)'],
  ['{{printf "%*d|%-*d|" 5 42 3 7}}', '   42|7  |'],
  [
    '{{printf "%e|%g|%.3g|%+d|% d|%#x|%O|%U" .a.f 100000.0 1234567.0 5 5 255 8 65}}',
    '2.500000e+00|100000|1.23e+06|+5| 5|0xff|0o10|U+0041',
  ],
  ['{{printf "%x|%X|%q|%#q|% x" "hi" "hi" 39 "a" "hi"}}', "6869|6869|'\\''|`a`|68 69"],
  ['{{printf "%z %! %#v"  1}}', '%!z(int=1) %!!(MISSING) %!v(MISSING)'],
] as const)('%s gives %s', async ([template, stdout]) => {
  expect(await run(template)).toEqual({ stdout, stderr: '', code: 0 })
})

test.for([
  ['{{if}}x{{end}}', 'template: output:1: missing value for if'],
  ['{{range .a}}', 'template: output:1: unexpected EOF'],
  ['{{$y}}', 'template: output:1: undefined variable "$y"'],
  ['{{.a b}}', 'template: output:1: function "b" not defined'],
  ['{{"a}}', 'template: output:1: unterminated quoted string'],
  ['{{(.a}}', 'template: output:1: unclosed left paren'],
  ['{{.a)}}', 'template: output:1: unexpected right paren'],
  ['{{/* a}}', 'template: output:1: unclosed comment'],
  ['{{break}}', 'template: output:1: {{break}} outside {{range}}'],
  ['{{1 | 2}}', 'template: output:1: non executable command in pipeline stage 2'],
  ['{{else}}', 'template: output:1: unexpected {{else}}'],
  ['{{if .a}}{{else}}{{else}}{{end}}', 'template: output:1: expected end; found {{else}}'],
  ['{{range := .a}}{{end}}', 'template: output:1: unexpected ":=" in range'],
  ['{{1a}}', 'template: output:1: bad number syntax: "1a"'],
  ['\n{{.a', 'template: output:2: unclosed action'],
] as const)('%s is refused: %s', async ([template, message]) => {
  expect(await run(template)).toEqual({
    stdout: '',
    stderr: `error: error parsing template ${template}, ${message}\n`,
    code: 1,
  })
})

test.for([
  ['{{len .a.nul}}', '1:2: executing "output" at <len .a.nul>: error calling len: len of nil pointer'],
  ['x\n {{.a.s.y}}', '2:5: executing "output" at <.a.s.y>: can\'t evaluate field y in type interface {}'],
  ['{{with .a.s}}{{.y}}{{end}}', '1:15: executing "output" at <.y>: can\'t evaluate field y in type string'],
  ['{{range .list}}{{.n}}{{end}}', '1:17: executing "output" at <.n>: nil pointer evaluating interface {}.n'],
  ['{{range .a.s}}{{end}}', '1:10: executing "output" at <.a.s>: range can\'t iterate over text'],
  ['{{len}}', '1:2: executing "output" at <len>: wrong number of args for len: want 1 got 0'],
  ['{{.a.s 1}}', '1:4: executing "output" at <.a.s>: s is not a method but has arguments'],
  ['{{"x" 1}}', '1:2: executing "output" at <"x">: can\'t give argument to non-function "x"'],
  ['{{1 | len 2}}', '1:6: executing "output" at <len>: wrong number of args for len: want 1 got 2'],
  ['{{(.a.s).y}}', '1:5: executing "output" at <.a.s>: can\'t evaluate field y in type string'],
  ['{{range print 1 2}}{{end}}', '1:16: executing "output" at <2>: range can\'t iterate over 1 2'],
  ['{{"x" | (print 1)}}', '1:2: executing "output" at <"x">: can\'t give argument to non-function print 1'],
  ['{{$x = .a}}', '1:7: executing "output" at <.a>: undefined variable: $x'],
  [
    '{{eq .a.b .a}}',
    '1:2: executing "output" at <eq .a.b .a>: error calling eq: non-comparable types [%!s(int64=1) %!s(int64=2) ' +
      '%!s(int64=3)]: []interface {}, map[string]interface {}: map[b:[%!s(int64=1) %!s(int64=2) %!s(int64=3)] ' +
      'f:%!s(float64=2.5) nul:<nil> s:text]',
  ],
  [
    '{{ne true .list}}',
    '1:2: executing "output" at <ne true .list>: error calling ne: incompatible types for comparison: bool and ' +
      '[]interface {}',
  ],
  ['{{base64decode .a.f}}', '1:17: executing "output" at <.a.f>: wrong type for value; expected string; got float64'],
  [
    '{{define "x"}}{{.y.z}}{{end}}{{template "x" .a.s}}',
    '1:18: executing "x" at <.y.z>: can\'t evaluate field y in type string',
  ],
] as const)('%s fails: %s', async ([template, message]) => {
  const { stderr, code } = await run(template)
  expect(stderr.endsWith(`template: output:${message}\n`) ? message : stderr).toBe(message)
  expect(code).toBe(1)
})

test('a template that calls itself ends with an error', async () => {
  expect((await run('{{define "x"}}{{template "x"}}{{end}}{{template "x"}}')).stderr).toContain(
    'maximum template depth',
  )
})

test('a template file that is missing', async () => {
  expect((await printValues({ format: goTemplateFile, argument: 'none', values: [] })).stderr).toBe(
    'error: error reading --template none, open none: no such file or directory\n',
  )
})

const words = [
  '{{',
  '}}',
  ' ',
  '.a',
  '.',
  '$x',
  ':=',
  '=',
  '|',
  '(',
  ')',
  '"a"',
  '1',
  'range',
  'end',
  'if',
  'else',
  'len',
  '-',
  '\n',
  ',',
]

test('no template crashes the program', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 30 }), async parts => {
      expect((await run(`{{${parts.join('')}`)).code).toBeLessThan(2)
    }),
    { numRuns: 500 },
  )
})

test.for([
  { name: 'actions and text', template: (size: number) => '{{.a.s}} text\n'.repeat(size) },
  { name: 'parentheses', template: (size: number) => `{{${'('.repeat(2 * size)}` },
  { name: 'blocks that nothing ends', template: (size: number) => '{{if .a}}'.repeat(2 * size) },
])('$name take time in proportion to length', async ({ template }) => {
  expect(await growthOf(size => run(template(size)), 1000)).toBeLessThan(linear)
})

test('deep blocks are read', async () => {
  expect((await run(`${'{{if .a}}'.repeat(500)}x${'{{end}}'.repeat(500)}`)).stdout).toBe('x')
})
