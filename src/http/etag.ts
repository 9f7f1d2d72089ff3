import { createHash } from 'node:crypto'
import type { RestResponse } from '../api/rest.ts'
import type { Headers } from './reply.ts'
import type { Call } from './server.ts'

/** What stands for a document as long as it stays the same. */
export const hashOf = (text: string): string => createHash('sha512').update(text).digest('hex').toUpperCase()

/** A document with a tag; who has it already is only told so. */
export const taggedReply = (body: string, headers: Headers, call: Pick<Call, 'headers'>): RestResponse => {
  const tag = `"${hashOf(body)}"`
  const tagged: Headers = [...headers, ['ETag', tag]]
  if (call.headers['if-none-match'] === tag) return { status: 304, headers: tagged, body: '' }
  return { status: 200, headers: tagged, body }
}
