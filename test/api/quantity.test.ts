import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addQuantities,
  canonicalQuantity,
  compareQuantities,
  parseQuantity,
  printQuantity,
  QuantityError,
  quantityMilli,
  quantityValue,
} from '../../src/api/quantity.ts'

describe('quantity', () => {
  test.for([
    ['0', '0'],
    ['100m', '100m'],
    ['0.5', '500m'],
    ['1.5', '1500m'],
    ['1000m', '1'],
    ['1.500', '1.500'],
    ['128Mi', '128Mi'],
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Mi', '512Ki'],
    ['512', '512'],
    ['1024Ki', '1Mi'],
    ['1e3', '1e3'],
    ['12e6', '12e6'],
    ['1000e3', '1e6'],
    ['1E', '1E'],
    ['10000', '10k'],
    ['-1', '-1'],
    ['.5Gi', '512Mi'],
    ['0.1n', '1n'],
    ['100000000000000000000Ei', '9223372036854775807'],
    ['1e99', '1e99'],
  ] as const)('%s is kept as %s', ([text, kept]) => {
    expect(canonicalQuantity(text)).toBe(kept)
  })

  test.for([
    ['', /^quantities must match the regular expression '/],
    ['abc', /^quantities must match/],
    ['1 Gi', /^quantities must match/],
    ['1Gb', /^quantities must match/],
    ['1.2.3', /^quantities must match/],
    ['1e', /^unable to parse quantity's suffix$/],
    ['1Kk', /^unable to parse quantity's suffix$/],
    ['1K', /^unable to parse quantity's suffix$/],
  ] as const)('refuses "%s"', ([text, message]) => {
    expect(() => parseQuantity(text)).toThrow(message)
  })

  test('is compared and added by what it is worth', () => {
    expect(compareQuantities(parseQuantity('1'), parseQuantity('1000m'))).toBe(0)
    expect(compareQuantities(parseQuantity('1Gi'), parseQuantity('1G'))).toBe(1)
    expect(printQuantity(addQuantities(parseQuantity('500m'), parseQuantity('1')))).toBe('1500m')
    expect(printQuantity(addQuantities(parseQuantity('0'), parseQuantity('1Gi')))).toBe('1Gi')
    expect(quantityValue(parseQuantity('1.5'))).toBe(2)
    expect(quantityMilli(parseQuantity('0.25'))).toBe(250)
  })

  test('what is printed is worth the same', () => {
    const text = fc
      .tuple(fc.nat(), fc.nat(999), fc.constantFrom('', 'm', 'k', 'M', 'Ki', 'Mi', 'Gi', 'e3', 'e-3'))
      .map(([whole, fraction, suffix]) => `${whole}.${fraction}${suffix}`)
    fc.assert(
      fc.property(text, given => {
        expect(parseQuantity(canonicalQuantity(given)).nano).toBe(parseQuantity(given).nano)
      }),
    )
  })

  test('no text breaks the parser', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+0-9.eEinumkKMGTP]{0,14}$/)), text => {
        try {
          parseQuantity(text)
        } catch (error) {
          expect(error).toBeInstanceOf(QuantityError)
        }
      }),
    )
  })
})
