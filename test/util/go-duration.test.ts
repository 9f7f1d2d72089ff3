import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DurationError, parseGoDuration, printGoDuration } from '../../src/util/go-duration.ts'

describe('Go duration', () => {
  test.for([
    ['0', 0, '0s'],
    ['30s', 30_000, '30s'],
    ['1h30m', 5_400_000, '1h30m0s'],
    ['500ms', 500, '500ms'],
    ['1.5s', 1500, '1.5s'],
    ['-1m', -60_000, '-1m0s'],
    ['+5m', 300_000, '5m0s'],
    ['100us', 0.1, '100µs'],
    ['.5h', 1_800_000, '30m0s'],
    ['48h', 172_800_000, '48h0m0s'],
    ['1.h', 3_600_000, '1h0m0s'],
  ] as const)('%s is %s ms and prints as %s', ([text, milliseconds, printed]) => {
    expect(parseGoDuration(text)).toBeCloseTo(milliseconds)
    expect(printGoDuration(parseGoDuration(text))).toBe(printed)
  })

  test.for([
    ['', 'time: invalid duration ""'],
    ['x', 'time: invalid duration "x"'],
    ['bogus', 'time: invalid duration "bogus"'],
    ['-', 'time: invalid duration "-"'],
    ['1', 'time: missing unit in duration "1"'],
    ['1h2', 'time: missing unit in duration "1h2"'],
    ['1d', 'time: unknown unit "d" in duration "1d"'],
    ['1 s', 'time: unknown unit " s" in duration "1 s"'],
    ['9999999h', 'time: invalid duration "9999999h"'],
    ['한', 'time: invalid duration "\\xed\\x95\\x9c"'],
  ] as const)('refuses "%s"', ([text, message]) => {
    expect(() => parseGoDuration(text)).toThrow(new DurationError(message))
  })

  test('what is printed reads as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), milliseconds => {
        expect(parseGoDuration(printGoDuration(milliseconds))).toBe(milliseconds)
      }),
    )
  })

  test('no text breaks the parser', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9.hmsnuµ]{0,12}$/)), text => {
        try {
          expect(parseGoDuration(text)).not.toBeNaN()
        } catch (error) {
          expect(error).toBeInstanceOf(DurationError)
        }
      }),
    )
  })
})
