import { describe, expect, test } from 'vitest'
import { fuzzCorefiles, fuzzPackets } from '../support/dns/fuzz.ts'

const now = (): number => performance.now()

describe('fuzz', () => {
  test.for([{ seed: 1 }, { seed: 2 }])('packets, seed $seed', async ({ seed }) => {
    expect(await fuzzPackets({ seed, count: 3000, now })).toEqual({ done: 3000, slow: [] })
  })

  test.for([{ seed: 3 }, { seed: 4 }])('Corefiles, seed $seed', async ({ seed }) => {
    expect(await fuzzCorefiles({ seed, count: 500, now })).toEqual({ done: 500, slow: [] })
  })
})
