/** Where the time comes from, in milliseconds since 1970. */
export interface Clock {
  now(): number
}

/** A time as the API writes it: RFC 3339, whole seconds, UTC. */
export const toRfc3339 = (milliseconds: number): string =>
  `${new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().slice(0, 19)}Z`
