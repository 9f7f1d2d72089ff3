import { expect, test } from 'vitest'
import { toGoJson } from '../../src/util/go-json.ts'
import { Float } from '../../src/util/json-number.ts'

test.for([
  [{ 9: 1, 10: 2, a: 3, B: 4 }, '{"10":2,"9":1,"B":4,"a":3}'],
  ['<a>&\u2028\u2029', '"\\u003ca\\u003e\\u0026\\u2028\\u2029"'],
  ['\x7f한🚀\t\b\f\x01', '"\x7f한🚀\\t\\b\\f\\u0001"'],
  ['\ud800x\udc00', '"\ufffdx\ufffd"'],
  ['\\ud800 <', '"\\\\ud800 \\u003c"'],
  [
    [1e21, 1e20, 1e-7, -0, 0.1, 9223372036854775807n, new Float(1e6)],
    '[1e+21,100000000000000000000,1e-7,0,0.1,9223372036854775807,1000000]',
  ],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  [[], '[]'],
  [{}, '{}'],
] as const)('%o', ([value, text]) => {
  expect(toGoJson(value)).toBe(text)
})

test('indents, and keeps the order of a struct when asked to', () => {
  expect(toGoJson({ b: [1, {}], a: [] }, 2)).toBe('{\n  "a": [],\n  "b": [\n    1,\n    {}\n  ]\n}')
  expect(toGoJson({ kind: 'A', apiVersion: 'v1' }, 0, { sorted: false })).toBe('{"kind":"A","apiVersion":"v1"}')
})
