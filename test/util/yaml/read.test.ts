import { expect, test } from 'vitest'
import { iterateDocuments, parseYaml, readDocuments } from '../../../src/util/yaml/read.ts'

test.for([
  ['y', true],
  ['off', false],
  ['On', true],
  ['yEs', 'yEs'],
  ['~', null],
  ['', null],
  ['"y"', 'y'],
  ['0777', 511],
  ['0o17', 15],
  ['0b101', 5],
  ['-0x1F', -31],
  ['1_000', 1000],
  ['08', 8],
  ['1e3', 1000],
  ['1e400', '1e400'],
  ['12:30', '12:30'],
  ['2024-05-01', '2024-05-01'],
  ['.5', 0.5],
  ['0.0.0.0', '0.0.0.0'],
  ['!!str 12', '12'],
  ['!!float 12', 12],
  ['!!binary d2Vi', 'web'],
  ['!mine 12', '12'],
  ['|\n a\n b', 'a\nb\n'],
  ['>-\n a\n b', 'a b'],
  ['{1: a, 1.5: b, true: c, on: d, y: e}', { 1: 'a', 1.5: 'b', true: 'e' }],
  ['{a: 1, a: 2}', { a: 2 }],
  ['{a: &x 1, b: *x}', { a: 1, b: 1 }],
  ['{<<: {a: 1, b: 2}, a: 3}', { a: 3, b: 2 }],
  ['[a: b, c]', [{ a: 'b' }, 'c']],
  ['{a:b}', { 'a:b': null }],
  ['a:\n- b\n- c', { a: ['b', 'c'] }],
  ['{"a": 1e400}', { a: '1e400' }],
] as const)('reads %j', ([text, value]) => {
  expect(parseYaml(text)).toEqual(value)
})

test.for([
  ['a: b: c', 'yaml: mapping values are not allowed in this context'],
  ['kind: Service\n  name: x\n', 'yaml: line 2: mapping values are not allowed in this context'],
  ['%YAML 1.2\n---\na: b\n', 'yaml: found incompatible YAML document'],
  ['# c\n%YAML 1.2\n---\na: b\n', 'yaml: line 1: found incompatible YAML document'],
  ['%YAML 1.1\n%YAML 1.1\n---\na: b\n', 'yaml: line 1: found duplicate %YAML directive'],
  ['%TAG ! a\n%TAG ! b\n---\na: b\n', 'yaml: line 1: found duplicate %TAG directive'],
  ['%YAML 1.1\n', 'yaml: line 1: did not find expected <document start>'],
  ['a:\n\tb: 1\n', 'yaml: line 2: found character that cannot start any token'],
  ['a: b\n\tc: 1\n', 'yaml: line 2: found a tab character that violates indentation'],
  ['a: 1\nkind Service\nb: 2\n', "yaml: line 3: could not find expected ':'"],
  ['a: 1\nkind:Service\nb: 2\n', "yaml: line 3: could not find expected ':'"],
  ['a:\n  b: 1\n c: 2\n', 'yaml: line 2: did not find expected key'],
  ['a:\n- b\nc\n', "yaml: line 4: could not find expected ':'"],
  ['a:\n  - b\n  c: 1\n', "yaml: line 2: did not find expected '-' indicator"],
  ['a: "b\nc: 1\n', 'yaml: line 3: found unexpected end of stream'],
  ['a: [b, c\nd: 1\n', "yaml: line 1: did not find expected ',' or ']'"],
  ['kind: [\n', 'yaml: line 1: did not find expected node content'],
  ['a: {b: 1\nc: 2\n', "yaml: line 1: did not find expected ',' or '}'"],
  ['a: *x\n', "yaml: unknown anchor 'x' referenced"],
  ['a: - b\n', 'yaml: block sequence entries are not allowed in this context'],
  ['a: @b\n', 'yaml: found character that cannot start any token'],
  ['a: %b\n', 'yaml: found character that cannot start any token'],
  ['a: `b`\n', 'yaml: found character that cannot start any token'],
  ['a: "\\q"\n', 'yaml: found unknown escape character'],
  ['a: "b" c\n', 'yaml: did not find expected key'],
  ["x: 1\na: 'b' c\n", 'yaml: line 1: did not find expected key'],
  ['a: .inf\n', 'json: unsupported value: +Inf'],
  ['a: {{ .b }}\n', 'yaml: invalid map key: map[interface {}]interface {}{".b":interface {}(nil)}'],
  ['~: 1\n', 'unsupported map key of type: %!s(<nil>), key: <nil>, value: <nil>'],
  ['a: \x7f\n', 'yaml: control characters are not allowed'],
  ['a: |x\n b\n', 'yaml: did not find expected comment or line break'],
  ['a: &a [*a]\n', "yaml: anchor 'a' value contains itself"],
] as const)('refuses %j', ([text, message]) => {
  expect(() => parseYaml(text)).toThrow(expect.objectContaining({ name: 'YamlError', message }))
})

test.for([
  ['a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
  ['---\n# only words\n---\n\n---\na: 1\n---\n', [{ a: 1 }]],
  ['--- # first\na: 1\n', [{ a: 1 }]],
  ['{"a":1}{"b":2} {"c":3}', [{ a: 1 }, { b: 2 }, { c: 3 }]],
  ['{"a":1}\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
  ['{"a":1,}', [{ a: 1 }]],
  ['{a: 1}', [{ a: 1 }]],
  ['', []],
  ['  {"a":"\\ud55c"}\n', [{ a: '한' }]],
] as const)('splits %j', ([text, values]) => {
  expect(readDocuments(text)).toEqual(values)
})

test.for([
  ['{"apiVersion":"v1","kind":', 'unexpected EOF'],
  ['{"a":1 "b": 2}', "json: offset 8: invalid character '\"' after object key:value pair"],
  ['{"a" 1, b: [}', "json: offset 6: invalid character '1' after object key"],
  [
    'a: 1\n---\nb: 2\n  c: 3\n',
    'error converting YAML to JSON: yaml: line 2: mapping values are not allowed in this context',
  ],
  [
    '---\na: 1\n  c: 3\n',
    'error converting YAML to JSON: yaml: line 3: mapping values are not allowed in this context',
  ],
  ['--- a\n', 'invalid Yaml document separator: a'],
] as const)('refuses the stream %j', ([text, message]) => {
  expect(() => readDocuments(text)).toThrow(expect.objectContaining({ name: 'YamlError', message }))
})

test('gives the documents before a fault', () => {
  const documents = iterateDocuments('a: 1\n---\nb: 2\n c: 3\n')
  expect(documents.next().value).toEqual({ a: 1 })
  expect(() => documents.next()).toThrow('line 2')
})
