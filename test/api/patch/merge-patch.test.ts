import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyMergePatch, createMergePatch, createThreeWayMergePatch } from '../../../src/api/patch/merge-patch.ts'

describe('merge patch', () => {
  // RFC 7386, appendix A.
  test.for([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j', ([target, patch, expected]) => {
    expect(applyMergePatch(target, patch)).toEqual(expected)
  })

  // A null cannot be told from what is missing.
  const value = fc.letrec(tie => ({
    map: fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), tie('value')),
    value: fc.oneof({ depthSize: 'small' }, fc.nat(2), fc.array(fc.nat(2)), tie('map')),
  }))

  test('the patch between two objects makes the second of the first', () => {
    fc.assert(
      fc.property(value.map, value.map, (first, second) => {
        const [original, modified] = [first, second] as Record<string, unknown>[]
        expect(applyMergePatch(original, createMergePatch(original ?? {}, modified ?? {}))).toEqual(modified)
      }),
    )
  })

  test.for([
    ['sets what the user changed', { a: 1 }, { a: 2 }, { a: 1, z: 0 }, { a: 2 }],
    ['removes what the user had set', { a: 1, b: 1 }, { a: 1 }, { a: 1, b: 1, z: 0 }, { b: null }],
    ['mends what others changed', { a: 1 }, { a: 1 }, { a: 5 }, { a: 1 }],
    ['leaves what others added', { m: { a: 1 } }, { m: { a: 1 } }, { m: { a: 1, z: 0 } }, {}],
    ['works in depth', { m: { a: 1, b: 1 } }, { m: { a: 2 } }, { m: { a: 1, b: 1 } }, { m: { a: 2, b: null } }],
  ] as const)('apply %s', ([, original, modified, current, expected]) => {
    expect(createThreeWayMergePatch({ original, modified, current })).toEqual(expected)
  })
})
