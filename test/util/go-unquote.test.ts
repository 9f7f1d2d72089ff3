import fc from 'fast-check'
import { expect, test } from 'vitest'
import { goQuote } from '../../src/util/go-quote.ts'
import { goUnquote } from '../../src/util/go-unquote.ts'

test.for([
  ['"a"', 'a'],
  ["'a'", 'a'],
  ['`a\\n\r`', 'a\\n'],
  ['"a\nb"', 'a\nb'],
  [String.raw`"\a\n\\\""`, '\x07\n\\"'],
  [String.raw`'\''`, "'"],
  [String.raw`"\'"`, undefined],
  [String.raw`"\xe2\x98\x83\342\230\203"`, '☃☃'],
  [String.raw`"\u2603\U0001F680"`, '☃🚀'],
  [String.raw`"\ud800"`, undefined],
  [String.raw`"\U00110000"`, undefined],
  [String.raw`"\400"`, undefined],
  [String.raw`"\8"`, undefined],
  [String.raw`"\q"`, undefined],
  ['"a"b"', undefined],
  ['"\\"', undefined],
  ['"', undefined],
] as const)('%j', ([literal, text]) => {
  expect(goUnquote(literal)).toBe(text)
})

test('a byte of a character constant is a character', () => {
  expect(goUnquote(String.raw`'\xff'`, { bytes: false })).toBe('ÿ')
})

test('what is quoted reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      expect(goUnquote(goQuote(text))).toBe(text)
    }),
    { numRuns: 1000 },
  )
})
