import { expect, test } from 'vitest'
import { suffixesOf } from '../../src/dns/names.ts'

test.for([
  ['.', ['.']],
  ['a.', ['a.', '.']],
  ['a.b.c.', ['a.b.c.', 'b.c.', 'c.', '.']],
  ['a.b', ['a.b', 'b', '.']],
  ['a\\.b.c.', ['a\\.b.c.', 'c.', '.']],
] as const)('the suffixes of %s', ([name, expected]) => {
  expect(suffixesOf(name)).toEqual(expected)
})
