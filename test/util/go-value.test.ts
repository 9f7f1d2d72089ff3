import { expect, test } from 'vitest'
import { toGoJson } from '../../src/util/go-json.ts'
import { goQuote } from '../../src/util/go-quote.ts'
import { goFloat, goSyntax, goType, goValue } from '../../src/util/go-value.ts'
import { Float, parseJson } from '../../src/util/json-number.ts'

test.for([
  { value: 1e6, text: '1e+06' },
  { value: 999999.5, text: '999999.5' },
  { value: 1234567.891, text: '1.234567891e+06' },
  { value: 1e21, text: '1e+21' },
  { value: 0.0001, text: '0.0001' },
  { value: 0.00001, text: '1e-05' },
  { value: 1.5e-9, text: '1.5e-09' },
  { value: -0.5, text: '-0.5' },
  { value: 100, text: '100' },
])('the float $text', ({ value, text }) => {
  expect(goFloat(value)).toBe(text)
})

const nested = { b: [1, 'x', null], a: { c: true } }

test('values, syntax and types', () => {
  expect(goValue(nested)).toBe('map[a:map[c:true] b:[1 x <nil>]]')
  expect(goSyntax(nested)).toBe(
    'map[string]interface {}{"a":map[string]interface {}{"c":true}, "b":[]interface {}{1, "x", interface {}(nil)}}',
  )
  expect([nested, [], 'x', 1, 1.5, true, null].map(goType)).toEqual([
    'map[string]interface {}',
    '[]interface {}',
    'string',
    'int64',
    'float64',
    'bool',
    '<nil>',
  ])
})

test.for([
  { text: 'plain', quoted: '"plain"' },
  { text: 'say "hi"\\\n\t', quoted: '"say \\"hi\\"\\\\\\n\\t"' },
  { text: '한글🚀', quoted: '"한글🚀"' },
  { text: '\x00\x7f\u200b\u00a0', quoted: '"\\x00\\x7f\\u200b\\u00a0"' },
])('$quoted', ({ text, quoted }) => {
  expect(goQuote(text)).toBe(quoted)
})

test.for([
  { json: '9223372036854775807', value: '9223372036854775807' },
  { json: '9223372036854775808', value: '9.223372036854776e+18' },
  { json: '1000000.0', value: '1e+06' },
  { json: '1000000', value: '1000000' },
  { json: '2.5', value: '2.5' },
  { json: '"1.0 and 1e9"', value: '1.0 and 1e9' },
  { json: '{"a":[5.0,-1e3],"b":"1\\"2.0"}', value: 'map[a:[5 -1000] b:1"2.0]' },
])('$json is decoded and printed as $value', ({ json, value }) => {
  expect(goValue(parseJson(json))).toBe(value)
})

test('JSON as Go writes it', () => {
  const value = parseJson('{"z":1e21,"10":9223372036854775807,"9":[],"a":{},"h":"<&>","":[5.0,null]}')
  expect(toGoJson(value)).toBe(
    '{"":[5,null],"10":9223372036854775807,"9":[],"a":{},"h":"\\u003c\\u0026\\u003e","z":1e+21}',
  )
  expect(toGoJson([{ a: 1 }], 2)).toBe('[\n  {\n    "a": 1\n  }\n]')
  expect(toGoJson({ b: 1, a: undefined, c: new Float(2) }, 0, { sorted: false })).toBe('{"b":1,"c":2}')
})
