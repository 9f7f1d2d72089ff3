import { type Answer, authoritative, unwritten } from '../answer.ts'
import type { Question, ResourceRecord } from '../message.ts'
import { isWithin, joinName, lower, suffixesOf } from '../names.ts'
import { cname, targetOf } from '../records.ts'
import type { Zone } from './zone.ts'

/** What an authoritative server makes of a question in its zone. A target outside the zone is left to the caller. */
export const lookUp = (zone: Zone, { name, type }: Question): Answer => {
  const chain: ResourceRecord[] = []
  let current = name
  for (;;) {
    const found = find(zone, current, type)
    if (found.kind === 'referral') return referral(zone, chain, found.servers)
    if (found.kind === 'empty' || found.kind === 'none') return negative(zone, current, chain, found.kind === 'none')
    if (found.kind === 'redirected') chain.push(found.by)
    const alias = aliasOf(found, type)
    if (!alias) return positive(zone, [...chain, ...found.records])
    // A DNAME that leads to itself would only go round.
    if (lower(alias.data) === lower(alias.name) && found.kind === 'redirected') return unwritten('SERVFAIL')
    const isLoop = chain.some(item => lower(item.name) === lower(alias.name))
    if (isLoop || chain.length > 10) return positive(zone, chain)
    chain.push(alias)
    current = alias.data
    if (!isWithin(zone.origin, lower(current))) return positive(zone, chain)
  }
}

const aliasOf = ({ kind, records }: Records, type: string): ResourceRecord | undefined => {
  if (type === 'CNAME' || (type === 'ANY' && kind === 'records')) return undefined
  return records.find(item => item.type === 'CNAME')
}

/** The name at which an answer stops without what was asked for: the CNAME target that lies outside the zone. */
export const openTarget = ({ answers, rcode }: Answer, zone: Zone, { type }: Question): string | undefined => {
  const last = answers.at(-1)
  if (rcode !== 'NOERROR' || last?.type !== 'CNAME' || type === 'CNAME' || type === 'ANY') return undefined
  return isWithin(zone.origin, lower(last.data)) ? undefined : last.data
}

type Records =
  | { readonly kind: 'records'; readonly records: readonly ResourceRecord[] }
  /** An alias that a DNAME further up makes. */
  | { readonly kind: 'redirected'; readonly records: readonly ResourceRecord[]; readonly by: ResourceRecord }

type Found =
  | Records
  | { readonly kind: 'referral'; readonly servers: readonly ResourceRecord[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'none' }

const find = (zone: Zone, name: string, type: string): Found => {
  const key = lower(name)
  const cut = delegation(zone, key, type)
  if (cut) return { kind: 'referral', servers: cut }
  const by = redirection(zone, key)
  if (by) return { kind: 'redirected', by, records: [redirected(name, by)] }
  const own = zone.records.get(key)
  if (own) return matching(own, type, name)
  const wildcard = closestWildcard(zone, key)
  return wildcard ? matching(wildcard, type, name) : { kind: 'none' }
}

const matching = (records: readonly ResourceRecord[], type: string, name: string): Found => {
  const wanted = records.filter(item => item.type === type || type === 'ANY' || item.type === 'CNAME')
  return wanted.length === 0 ? { kind: 'empty' } : { kind: 'records', records: wanted.map(item => ({ ...item, name })) }
}

// The topmost cut between the apex and the name; at the cut itself a DS is the parent's.
const delegation = (zone: Zone, key: string, type: string): readonly ResourceRecord[] | undefined => {
  for (const suffix of suffixesOf(key).toReversed()) {
    if (suffix === zone.origin || !isWithin(zone.origin, suffix) || (suffix === key && type === 'DS')) continue
    const servers = zone.records.get(suffix)?.filter(item => item.type === 'NS') ?? []
    if (servers.length > 0) return servers
  }
  return undefined
}

// RFC 6672: a DNAME is for the names below its owner, not for the owner itself.
const redirection = ({ origin, records }: Zone, key: string): ResourceRecord | undefined => {
  for (const suffix of suffixesOf(key).slice(1).toReversed()) {
    const found = isWithin(origin, suffix) && records.get(suffix)?.find(({ type }) => type === 'DNAME')
    if (found) return found
  }
  return undefined
}

const redirected = (name: string, { name: owner, ttl, data }: ResourceRecord): ResourceRecord =>
  cname(name, ttl, joinName(name.slice(0, name.length - owner.length), data))

// RFC 4592: only the wildcard below the closest name that exists counts.
const closestWildcard = (zone: Zone, key: string): readonly ResourceRecord[] | undefined => {
  const encloser = suffixesOf(key).find(suffix => zone.records.has(suffix))
  return encloser === undefined ? undefined : zone.records.get(encloser === '.' ? '*.' : `*.${encloser}`)
}

// The closest owner above the name that has the type: the apex, or the apex of a zone kept in the same file.
const above = ({ records }: Zone, name: string, type: string): readonly ResourceRecord[] => {
  for (const suffix of suffixesOf(lower(name))) {
    const found = records.get(suffix)?.filter(item => item.type === type) ?? []
    if (found.length > 0) return found
  }
  return []
}

const positive = (zone: Zone, answers: readonly ResourceRecord[]): Answer => {
  const servers = above(zone, zone.origin, 'NS')
  const authority = answers.some(item => servers.some(({ data }) => item.type === 'NS' && item.data === data))
    ? []
    : servers
  return authoritative({ answers, authority, additional: glue(zone, answers) })
}

const negative = (zone: Zone, name: string, answers: readonly ResourceRecord[], isMissing: boolean): Answer =>
  authoritative({ rcode: isMissing ? 'NXDOMAIN' : 'NOERROR', answers, authority: above(zone, name, 'SOA') })

const referral = (zone: Zone, answers: readonly ResourceRecord[], servers: readonly ResourceRecord[]): Answer =>
  authoritative({ aa: answers.length > 0, answers, authority: servers, additional: glue(zone, servers) })

const glue = (zone: Zone, records: readonly ResourceRecord[]): readonly ResourceRecord[] => {
  const targets = records.filter(({ type }) => type === 'NS' || type === 'SRV' || type === 'MX').map(targetOf)
  return [...new Set(targets)].flatMap(target =>
    (zone.records.get(lower(target ?? '')) ?? []).filter(({ type }) => type === 'A' || type === 'AAAA'),
  )
}
