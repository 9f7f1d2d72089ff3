/** Where the time comes from, in milliseconds since 1970. */
export interface Clock {
  now(): number
}

/** A time as the API writes it: RFC 3339, whole seconds, UTC. */
export const toRfc3339 = (milliseconds: number): string => {
  const second = Math.floor(milliseconds / 1000)
  if (second !== last.second) last = { second, text: `${new Date(second * 1000).toISOString().slice(0, 19)}Z` }
  return last.text
}

// What happens at once is written with the same time again and again.
let last = { second: Number.NaN, text: '' }
