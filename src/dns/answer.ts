import type { Edns, Rcode, ResourceRecord, Tier } from './message.ts'

/** What a plugin makes of a query: a message, or only a code that the server has to word. */
export interface Answer {
  readonly rcode: Rcode
  /** False: nothing was written, and the server makes an empty reply with this code. */
  readonly written: boolean
  readonly aa: boolean
  readonly ra: boolean
  readonly tc: boolean
  readonly ad: boolean
  readonly answers: readonly ResourceRecord[]
  readonly authority: readonly ResourceRecord[]
  readonly additional: readonly ResourceRecord[]
  readonly tier: Tier
  /** Why it failed, for the plugin `errors`. */
  readonly error?: string | undefined
  /** Set by a plugin in place of what the query has. */
  readonly rd?: boolean | undefined
  readonly edns?: Edns | undefined
  /** The client gets no reply at all. */
  readonly silent?: boolean | undefined
  /** Simulated time spent on servers further on. */
  readonly milliseconds: number
}

const empty: Answer = {
  rcode: 'NOERROR',
  written: true,
  aa: false,
  ra: false,
  tc: false,
  ad: false,
  answers: [],
  authority: [],
  additional: [],
  tier: 'cluster',
  milliseconds: 0,
}

/** A message with what is given and nothing else. */
export const answer = (parts: Partial<Answer>): Answer => ({ ...empty, ...parts })

/** A message of a server that owns the name. */
export const authoritative = (parts: Partial<Answer>): Answer => ({ ...empty, aa: true, ...parts })

/** No message, a code alone. */
export const unwritten = (rcode: Rcode, error?: string, milliseconds = 0): Answer => ({
  ...empty,
  rcode,
  written: false,
  error,
  milliseconds,
})

export const withMilliseconds = (reply: Answer, milliseconds: number): Answer =>
  milliseconds === 0 ? reply : { ...reply, milliseconds: reply.milliseconds + milliseconds }
