import { expect, test } from 'vitest'
import { humanDuration } from '../../src/util/human-duration.ts'
import { readCases } from '../support/cases.ts'

test.for(readCases<{ seconds: number; printed: string }>('durations.json'))('$seconds s is $printed', row => {
  expect(humanDuration(row.seconds * 1000)).toBe(row.printed)
})

test.for([
  { milliseconds: 0, printed: '0s' },
  { milliseconds: -999, printed: '0s' },
  { milliseconds: -1500, printed: '0s' },
  { milliseconds: -2000, printed: '<invalid>' },
])('$milliseconds ms is $printed', ({ milliseconds, printed }) => {
  expect(humanDuration(milliseconds)).toBe(printed)
})
