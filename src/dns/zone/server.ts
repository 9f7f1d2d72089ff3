import { type Answer, answer, unwritten, withMilliseconds } from '../answer.ts'
import type { Query, Tier } from '../message.ts'
import { isWithin, lower } from '../names.ts'
import { lookUp, openTarget } from './lookup.ts'
import type { Zone } from './zone.ts'

/** A simulated server: the zones it owns, and who answers for all other names. */
export interface ZoneServer {
  readonly tier: Tier
  readonly zones: readonly Zone[]
  /** Its own answers claim authority; the resolver of the Internet's do not, whoever owns a name. */
  readonly authoritative: boolean
  /** What it takes to answer, in simulated milliseconds. */
  readonly milliseconds: number
  /** Asks further on for a name that no zone here holds. */
  readonly next?: ((query: Query) => Promise<Answer>) | undefined
}

/** The answer of a simulated server: its own, or what lies beyond an alias or a delegation from the next one. */
export const answerFrom = async (server: ZoneServer, query: Query): Promise<Answer> => {
  const zone = zoneFor(server.zones, query.question.name)
  const { next, tier, milliseconds } = server
  if (!zone) return withMilliseconds(next ? passedOn(await next(query)) : noOne(server), milliseconds)
  const found = { ...lookUp(zone, query.question), tier, ra: true, milliseconds }
  const own = server.authoritative ? found : { ...found, aa: false }
  const isReferral = own.answers.length === 0 && own.authority.some(({ type }) => type === 'NS')
  if (isReferral && next && query.flags.rd) return withMilliseconds(passedOn(await next(query)), milliseconds)
  const target = openTarget(own, zone, query.question)
  if (target === undefined || !query.flags.rd) return own
  return joined(own, await answerBeyond(server, query, target))
}

const answerBeyond = (server: ZoneServer, query: Query, target: string): Promise<Answer> => {
  const asked = { ...query, question: { ...query.question, name: target } }
  if (zoneFor(server.zones, target)) return answerFrom(server, asked)
  return server.next ? server.next(asked) : Promise.resolve(noOne(server))
}

const joined = (alias: Answer, target: Answer): Answer => ({
  ...target,
  written: true,
  aa: alias.aa,
  ra: true,
  tier: target.tier,
  answers: [...alias.answers, ...target.answers],
  milliseconds: alias.milliseconds + target.milliseconds,
})

const passedOn = (reply: Answer): Answer => ({ ...reply, aa: false, ra: true })

const noOne = ({ tier }: ZoneServer): Answer => ({ ...unwritten('SERVFAIL'), ra: true, written: true, tier })

// A zone without a SOA holds single names: one that it does not have belongs to the next server.
const zoneFor = (zones: readonly Zone[], name: string): Zone | undefined => {
  const key = lower(name)
  const zone = zones.find(({ origin }) => isWithin(origin, key))
  const isOwned = zone?.records.get(zone.origin)?.some(({ type }) => type === 'SOA')
  return isOwned || zone?.records.has(key) ? zone : undefined
}

/** The answer of a server whose zone text cannot be read. */
export const brokenZone = (tier: Tier): Answer => answer({ rcode: 'SERVFAIL', ra: true, tier })
