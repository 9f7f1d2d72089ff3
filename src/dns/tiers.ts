import type { ConfigMap } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import { type Answer, answer, unwritten } from './answer.ts'
import { replyEdns } from './edns.ts'
import type { Exchange, Query, Reply } from './message.ts'
import { scrub } from './scrub.ts'
import { answerFrom, brokenZone, type ZoneServer } from './zone/server.ts'
import { parseZones } from './zone/split.ts'
import { type Zone, ZoneError } from './zone/zone.ts'

/** Where the two servers beyond the cluster listen. */
export const internalServer = '192.168.0.1'
export const externalServer = '8.8.8.8'

type Ask = (query: Query) => Promise<Exchange>

/** The servers of the company's network and of the Internet, as they answer now. */
export interface Tiers {
  readonly internal: Ask
  readonly external: Ask
}

interface TiersOptions {
  readonly view: ClusterView
  /** Stands in for the simulated Internet: the machine's own resolver. */
  readonly realDns?: Ask | undefined
}

/** Makes the two servers; their zones are the text of ConfigMap kube-system/upstream-dns, read anew when it changes. */
export const createTiers = ({ view, realDns }: TiersOptions): Tiers => {
  const internalZones = zoneReader(view, 'internal.zone')
  const externalZones = zoneReader(view, 'external.zone')

  const askExternal = async (query: Query): Promise<Answer> =>
    realDns
      ? answerOf(await realDns(query))
      : served({ tier: 'external', zones: externalZones(), authoritative: false, milliseconds: 20 }, query)
  const askInternal = (query: Query): Promise<Answer> =>
    served({ tier: 'internal', zones: internalZones(), authoritative: true, milliseconds: 1, next: askExternal }, query)

  return {
    internal: async query => exchangeOf(query, await askInternal(query)),
    external: async query => exchangeOf(query, await askExternal(query)),
  }
}

const served = async (
  { zones, ...server }: Omit<ZoneServer, 'zones'> & { readonly zones: readonly Zone[] | ZoneError },
  query: Query,
): Promise<Answer> => {
  if (query.opcode !== 'QUERY') return answer({ rcode: 'NOTIMP', tier: server.tier })
  if (query.question.type === 'AXFR' || query.question.class !== 'IN')
    return answer({ rcode: 'REFUSED', tier: server.tier })
  return zones instanceof ZoneError ? brokenZone(server.tier) : answerFrom({ ...server, zones }, query)
}

// The text is parsed again only when it is another one.
const zoneReader = (view: ClusterView, key: string): (() => readonly Zone[] | ZoneError) => {
  let kept: { readonly text: string; readonly zones: readonly Zone[] | ZoneError } | undefined
  return () => {
    const text = view.get<ConfigMap>('ConfigMap', 'kube-system', 'upstream-dns')?.data?.[key] ?? ''
    if (kept?.text !== text) kept = { text, zones: zonesOrError(text) }
    return kept.zones
  }
}

const zonesOrError = (text: string): readonly Zone[] | ZoneError => {
  try {
    return parseZones(text)
  } catch (error) {
    if (error instanceof ZoneError) return error
    throw error
  }
}

/** What is wrong with the zone texts of a cluster, a line for each that cannot be read. */
export const zoneProblems = (view: ClusterView): readonly string[] =>
  ['internal.zone', 'external.zone'].flatMap(key => {
    const zones = zoneReader(view, key)()
    return zones instanceof ZoneError ? [`${key}: ${zones.message}`] : []
  })

const answerOf = (exchange: Exchange): Answer => {
  if (exchange.outcome !== 'reply') return unwritten('SERVFAIL')
  const { reply, milliseconds } = exchange
  const { rcode, answers, authority, additional } = reply
  return answer({ rcode, answers, authority, additional, ra: true, tier: 'external', milliseconds })
}

const exchangeOf = (query: Query, reply: Answer): Exchange => {
  const { rcode, aa, tc, rd, ra, ad, cd, answers, authority, additional } = scrub(query, reply)
  const { tier, milliseconds } = reply
  const flags = { aa, tc, rd, ra, ad, cd }
  const sent: Reply = {
    rcode,
    flags,
    answers,
    authority,
    additional,
    edns: edns(query),
    tier,
    compressed: true,
    milliseconds,
  }
  return { outcome: 'reply', reply: sent, milliseconds }
}

const edns = (query: Query): Reply['edns'] => {
  const own = replyEdns(query.edns)
  return own && { ...own, udpSize: 1232, options: [] }
}
