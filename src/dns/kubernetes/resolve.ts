import { after, type Later } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import type { Query, ResourceRecord } from '../message.ts'
import { fqdn, isWithin, lower, trimZone } from '../names.ts'
import { cname, record } from '../records.ts'
import { isReverse } from '../reverse.ts'
import type { ClusterIndex } from './cluster-index.ts'
import { type Found, hostType, serviceEntries } from './entries.ts'
import type { KubernetesOptions } from './options.ts'
import { ownAddresses } from './own-addresses.ts'
import { podEntries } from './pod-entries.ts'
import { parseRequest } from './request.ts'
import { reverseTargets } from './reverse-targets.ts'
import { srvRecords } from './srv-records.ts'

/** One question to the plugin: the zone it lies in, spelled as the question spells it, and what to look it up in. */
export interface Search {
  readonly zone: string
  readonly index: ClusterIndex
  readonly options: KubernetesOptions
  readonly addresses: readonly string[]
  /** Asks the server itself for a name outside the zone. */
  readonly outside: (name: string, type: string) => Later<Answer>
}

export interface Resolved {
  readonly records: readonly ResourceRecord[]
  readonly extra: readonly ResourceRecord[]
  readonly truncated: boolean
  readonly milliseconds: number
}

const nothing: Resolved = { records: [], extra: [], truncated: false, milliseconds: 0 }
const only = (records: readonly ResourceRecord[], extra: readonly ResourceRecord[] = []): Resolved => ({
  ...nothing,
  records,
  extra,
})

/** The records of a question; without any it is no data, undefined is NXDOMAIN. */
export const resolve = (search: Search, { question }: Query): Later<Resolved | undefined> => {
  const { name, type } = question
  switch (type) {
    case 'A':
    case 'AAAA':
      return resolveAddress(search, name, type, [])
    case 'SRV':
      return resolveSrv(search, name)
    case 'TXT':
      return resolveText(search, name)
    case 'CNAME':
      return resolveAlias(search, name)
    case 'PTR':
      return resolvePointer(search, name)
    case 'SOA':
      return nothing
    case 'NS':
      if (lower(name) === search.zone) return resolveNameServers(search, name)
  }
  // Any other type has no data, but whether the name exists is what an address would show.
  return find(search, name, type) && nothing
}

const find = (search: Search, name: string, type: string): Found =>
  lower(name) === `ns.dns.${lower(search.zone)}` ? defaultNameServer(search, name, type) : findObject(search, name)

const findObject = ({ zone, index, options }: Search, name: string): Found => {
  const multicluster = options.multicluster.includes(lower(zone))
  const request = parseRequest(name, zone, { multicluster, zonal: options.zonal })
  if (!request) return undefined
  if (!request.kind) return []
  if (isReverse(name) || !index.exposed(request.namespace)) return undefined
  if (request.kind === 'pod') return podEntries(index, options, request, zone)
  return serviceEntries({ index, options, request, zone }, multicluster)
}

const defaultNameServer = (search: Search, name: string, type: string): Found =>
  ownAddresses({ ...search, podNames: search.options.endpointPodNames })
    .filter(own => own.type === type)
    .map(({ address }) => ({ host: address, port: 0, owner: name }))

const longestChain = 10

const resolveAddress = (
  search: Search,
  name: string,
  type: 'A' | 'AAAA',
  previous: readonly ResourceRecord[],
): Later<Resolved | undefined> => {
  const entries = find(search, name, type)
  if (!entries) return undefined
  const { ttl } = search.options
  const records: ResourceRecord[] = []
  const seen = new Set<string>()
  for (const { host } of entries) {
    const kind = hostType(host)
    if (kind === 'CNAME') return resolveTarget(search, cname(name, ttl, host), type, previous)
    if (kind === type && !seen.has(host)) records.push(record(name, ttl, type, host))
    seen.add(host)
  }
  return only(records)
}

// An ExternalName is the only entry of its name.
const resolveTarget = (
  search: Search,
  alias: ResourceRecord,
  type: 'A' | 'AAAA',
  previous: readonly ResourceRecord[],
): Later<Resolved> => {
  const target = lower(alias.data)
  const isLoop = target === lower(alias.name) || previous.some(({ data }) => lower(data) === target)
  if (isLoop || previous.length > longestChain) return nothing
  if (!isWithin(lower(search.zone), target)) {
    return after(search.outside(alias.data, type), ({ answers, tc, milliseconds }) => ({
      records: [alias, ...answers],
      extra: [],
      truncated: tc,
      milliseconds,
    }))
  }
  return after(resolveAddress(search, alias.data, type, [...previous, alias]), inner =>
    inner && inner.records.length > 0
      ? { ...inner, records: [alias, ...inner.records] }
      : { ...nothing, truncated: inner?.truncated ?? false },
  )
}

const resolveSrv = (search: Search, name: string): Resolved | undefined => {
  const entries = find(search, name, 'SRV')
  if (!entries) return undefined
  const { records, extra } = srvRecords(
    entries.filter(({ host }) => hostType(host) !== 'CNAME'),
    name,
    search.options.ttl,
  )
  return only(records, extra)
}

const schemaVersion = '"1.1.0"'

// The version of the DNS schema is the only text there is; what else exists has none.
const resolveText = (search: Search, name: string): Resolved | undefined => {
  if (lower(trimZone(name, search.zone)) === 'dns-version') return only([record(name, 28800, 'TXT', schemaVersion)])
  const entries = findObject(search, name)
  const isZonal = search.options.zonal && parseRequest(name, search.zone, { multicluster: false, zonal: true })?.zonal
  return entries && (entries.length > 0 || isZonal) ? nothing : undefined
}

const resolveAlias = (search: Search, name: string): Resolved | undefined => {
  const entries = find(search, name, 'CNAME')
  if (!entries) return undefined
  const target = entries.find(({ host }) => hostType(host) === 'CNAME')
  return target ? only([cname(name, search.options.ttl, target.host)]) : nothing
}

const resolvePointer = (search: Search, name: string): Resolved | undefined => {
  const targets = reverseTargets(search, name)
  if (!targets) return findObject(search, name) && nothing
  if (targets.length === 0) return undefined
  return only(targets.map(target => record(name, search.options.ttl, 'PTR', fqdn(target))))
}

const resolveNameServers = (search: Search, name: string): Resolved => {
  const { ttl, endpointPodNames } = search.options
  const servers = ownAddresses({ ...search, podNames: endpointPodNames })
  const names = [...new Set(servers.map(server => server.name))]
  return only(
    names.map(server => record(name, ttl, 'NS', server)),
    servers.map(server => record(server.name, ttl, server.type, server.address)),
  )
}
