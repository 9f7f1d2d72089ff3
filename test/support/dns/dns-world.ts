import type { KubeObject } from '../../../src/api/meta.ts'
import type { Exchange, Query, Transport } from '../../../src/dns/message.ts'
import { createNameServer, type NameServer } from '../../../src/dns/server.ts'
import type { World } from '../../../src/dns/world.ts'
import { seededRandom } from '../../../src/util/random.ts'
import { viewOf } from './fixture-view.ts'

/** A clock that stands still until it is moved. */
export const stillClock = () => {
  let now = 1_795_166_340_000
  return {
    now: () => now,
    advance: (seconds: number) => {
      now += seconds * 1000
    },
  }
}

export const aQuery = (name: string, type = 'A', more: Partial<Query> = {}): Query => ({
  id: 7,
  opcode: 'QUERY',
  question: { name, type, class: 'IN' },
  flags: { rd: true, cd: false, ad: false },
  source: { address: '10.244.1.9', port: 40000 },
  transport: 'udp',
  ...more,
})

/** An upstream that answers every name with one address, and counts. */
export const fixedUpstream = (address = '192.0.2.7', ttl = 300): Transport & { count: number; servers: string[] } => {
  const upstream = async (query: Query, server: { readonly address: string }): Promise<Exchange> => {
    state.count++
    state.servers.push(server.address)
    const { name, type } = query.question
    const answers = type === 'A' ? [{ name, type, class: 'IN', ttl, data: address }] : []
    const flags = { aa: false, tc: false, rd: true, ra: true, ad: false, cd: false }
    const reply = { rcode: 'NOERROR', flags, answers, authority: [], additional: [], tier: 'external' } as const
    return { outcome: 'reply', reply, milliseconds: 5 }
  }
  const state = Object.assign(upstream, { count: 0, servers: [] as string[] })
  return state
}

export const aServer = (
  corefile: string,
  { objects = [], ...world }: Partial<World> & { readonly objects?: readonly KubeObject[] } = {},
): NameServer =>
  createNameServer({
    corefile,
    view: viewOf(objects),
    revision: () => 1,
    clock: stillClock(),
    random: seededRandom(1),
    exchange: fixedUpstream(),
    log: () => {},
    env: { upstreams: ['192.0.2.53'], addresses: [] },
    ...world,
  })

/** The answer section as lines. */
export const answerLines = ({
  answers,
}: {
  readonly answers: readonly { name: string; ttl: number; type: string; data: string }[]
}) => answers.map(({ name, ttl, type, data }) => `${name} ${ttl} ${type} ${data}`)
