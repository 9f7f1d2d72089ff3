import { expect, test } from 'vitest'
import { compileRelaxed, find, relaxedPath } from '../../../src/printers/jsonpath/relaxed.ts'
import { PrinterError } from '../../../src/printers/printer.ts'

test.for(['a.b', '.a.b', '{a.b}', '{.a.b}'])('%s is one path', path => {
  expect(relaxedPath(path)).toBe('{.a.b}')
  expect(find(path, { a: { b: 1 } })).toEqual([1])
})

test.for(['{.a', '.a}', '{.a}{.b}', '{}', 'a{b}'])('%s is refused', path => {
  expect(() => compileRelaxed(path)).toThrow('unexpected path string, expected a')
})

test.for([
  { path: '', found: [] },
  { path: '.l[*].n', found: [1, 2] },
  { path: '.l[?(@.n==2)].n', found: [2] },
  { path: '.nope', found: [] },
  { path: '.nul', found: [null] },
  { path: '.l.length', found: [] },
])('$path finds $found', ({ path, found }) => {
  expect(find(path, { l: [{ n: 1 }, { n: 2 }], nul: null })).toEqual(found)
})

test('what goes wrong is a PrinterError with the bare reason', () => {
  expect(() => find('.l[3]', { l: [1] })).toThrow(PrinterError)
  expect(() => find('.l[3]', { l: [1] })).toThrow(/^array index out of bounds: index 3, length 1$/)
  expect(() => find('.l[x]', {})).toThrow(/^invalid array index x$/)
})
