import type { RestResponse } from '../api/rest.ts'

export type Headers = readonly (readonly [string, string])[]

export const uncached: Headers = [['Cache-Control', 'no-cache, private']]

/** An answer that is plain text, as those of health checks and of unknown paths are. */
export const textReply = (status: number, body: string): RestResponse => ({
  status,
  headers: [...uncached, ['Content-Type', 'text/plain; charset=utf-8'], ['X-Content-Type-Options', 'nosniff']],
  body,
})

/** What is said of a path that belongs to no API. */
export const noSuchPath = (): RestResponse => textReply(404, '404 page not found\n')
