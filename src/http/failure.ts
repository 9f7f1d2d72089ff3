import type { RestResponse } from '../api/rest.ts'
import { internalError, StatusError } from '../api/status-error.ts'
import { negotiate } from './negotiation/negotiate.ts'
import { objectReply } from './negotiation/write.ts'
import { type Headers, uncached } from './reply.ts'
import type { Call } from './server.ts'

/** What went wrong, as a Status. */
export const failureReply = (error: unknown, call: Call): Promise<RestResponse> => {
  const failure =
    error instanceof StatusError ? error : internalError(error instanceof Error ? error.message : String(error))
  const { code, details } = failure
  const retry = details?.retryAfterSeconds
  const headers: Headers = retry === undefined ? uncached : [...uncached, ['Retry-After', String(retry)]]
  return objectReply({ value: failure.toStatus(), status: code, headers }, lookOf(call), call)
}

// Who asks for a form that there is none of is told so in JSON.
const lookOf = ({ headers: { accept } }: Call) => {
  try {
    return negotiate({ accept, streams: false, isWatch: false })
  } catch {
    return { format: 'json', pretty: false } as const
  }
}
