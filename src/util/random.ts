/** Chance that can be replayed: the same seed gives the same numbers. `state` is what a cluster keeps of it. */
export interface Random {
  readonly state: number
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [0, below). */
  below(limit: number): number
}

/** Mulberry32: 32 bits of state, which fit the header of a state file. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    get state() {
      return state
    },
    next,
    below: limit => Math.floor(next() * limit),
  }
}
