import type { Clock } from '../../util/clock.ts'
import type { Random } from '../../util/random.ts'
import type { Edns, Exchange, Query, Question, Transport } from '../message.ts'

/**
 * What asking needs: the way to a server, the client's own address, ids by chance, and a clock that can be waited on.
 */
export interface DnsClient {
  readonly transport: Transport
  readonly address: string
  readonly random: Random
  readonly clock: Clock
  /** Lets so many milliseconds of simulated time go by. */
  wait(milliseconds: number): void
}

export interface Asking {
  readonly question: Question
  readonly server: { readonly address: string; readonly port: number }
  readonly transport?: 'udp' | 'tcp' | undefined
  readonly flags?: Query['flags'] | undefined
  readonly edns?: Edns | undefined
  readonly opcode?: string | undefined
  readonly id?: number | undefined
}

export interface Asked {
  readonly query: Query
  readonly exchange: Exchange
}

/** Asks one server once. */
export const askOnce = async (client: DnsClient, asking: Asking): Promise<Asked> => {
  const query = queryOf(client, asking)
  return { query, exchange: await client.transport(query, asking.server) }
}

/** The query as it is sent: recursion desired, over UDP, without EDNS unless told otherwise. */
export const queryOf = (
  { address, random }: DnsClient,
  { question, transport = 'udp', flags = { rd: true, cd: false, ad: false }, edns, opcode = 'QUERY', id }: Asking,
): Query => ({
  id: id ?? random.below(65536),
  opcode,
  question,
  flags,
  edns,
  source: { address, port: 32768 + random.below(28232) },
  transport,
})

/** A name with its final dot. */
export const absolute = (name: string): string => (name.endsWith('.') ? name : `${name}.`)

/** A name as most programs print it: without the final dot, the root aside. */
export const relative = (name: string): string => (name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name)
