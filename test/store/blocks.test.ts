import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inBlocks } from '../../src/store/blocks.ts'

const bytes = Buffer.from(Array.from({ length: 20_000 }, (_, index) => index % 251))

test('gives the bytes that were asked for, wherever they lie', () => {
  const read = inBlocks((from, to) => bytes.subarray(from, to), bytes.length)
  const range = fc.tuple(fc.nat(bytes.length), fc.nat(bytes.length)).map(pair => pair.toSorted((a, b) => a - b))
  fc.assert(
    fc.property(range, ([from = 0, to = 0]) => {
      expect(read(from, to).equals(bytes.subarray(from, to))).toBe(true)
    }),
  )
})

test('reads a block once', () => {
  const pieces: number[] = []
  const read = inBlocks((from, to) => {
    pieces.push(from)
    return bytes.subarray(from, to)
  }, bytes.length)
  for (const from of [0, 10, 4000, 4090, 5000]) read(from, from + 20)
  expect(pieces).toEqual([0, 4096])
})
