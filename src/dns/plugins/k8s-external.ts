import type { Later } from '../../util/later.ts'
import { type Answer, authoritative, unwritten } from '../answer.ts'
import { zonesOr } from '../corefile/normalize.ts'
import { fallsThrough, fallthroughZones } from '../fallthrough.ts'
import type { ClusterIndex } from '../kubernetes/cluster-index.ts'
import { type Entry, hostType } from '../kubernetes/entries.ts'
import { externalEntries } from '../kubernetes/external-entries.ts'
import { ownExternalAddresses } from '../kubernetes/own-addresses.ts'
import { srvRecords } from '../kubernetes/srv-records.ts'
import type { Query, ResourceRecord } from '../message.ts'
import { fqdn, isWithin, joinName, labelsOf, lower, matchZone, trimZone } from '../names.ts'
import { argumentError, CorefileError, type Directive, definePlugin, lastWord, type PluginContext } from '../plugin.ts'
import { cname, record, syntheticSoa } from '../records.ts'
import { addressFromReverse } from '../reverse.ts'

interface ExternalOptions {
  readonly zones: readonly string[]
  readonly apex: string
  readonly ttl: number
  readonly headless: boolean
  readonly fallthrough: readonly string[]
}

/** Zones of the addresses that Services have outside the cluster. */
export const k8sExternal = definePlugin({
  name: 'k8s_external',

  setup(directive, context) {
    const options = optionsOf(directive, context.zones)

    return next => query => {
      const { name } = query.question
      const zone = matchZone(options.zones, name)
      const backend = context.shared.kubernetes
      if (zone === undefined) return next(query)
      if (!backend) return unwritten('SERVFAIL', 'kubernetes plugin not loaded')
      const index = backend.index()
      const site: Site = { options, zone, index, context }
      const servers = (): readonly ResourceRecord[] =>
        ownExternalAddresses(
          { index, addresses: backend.addresses, zone, podNames: backend.options.endpointPodNames },
          options.headless,
        ).map(({ type, address }) => record(joinName('ns1', options.apex, zone), options.ttl, type, address))
      if (lower(name) === zone) return apexAnswer(site, query, servers)
      if (isWithin(joinName(options.apex, zone), lower(name))) return belowApex(site, query, servers)

      const pointers = pointersOf(site, query)
      if (pointers) return positive(site, pointers, [])
      const address = query.question.type === 'PTR' ? addressFromReverse(name) : undefined
      const entries =
        address === undefined ? externalEntries({ backend, index, zone, headless: options.headless }, name) : undefined
      if (!entries && fallsThrough(options.fallthrough, name)) return next(query)
      if (!entries) return authoritative({ rcode: 'NXDOMAIN', authority: [soaOf(site)] })
      return entriesAnswer(site, query, entries)
    }
  },
})

interface Site {
  readonly options: ExternalOptions
  readonly zone: string
  readonly index: ClusterIndex
  readonly context: PluginContext
}

const soaOf = ({ options: { apex, ttl }, zone, index: { serial } }: Site): ResourceRecord =>
  syntheticSoa(zone, { nameServer: `ns1.${apex}`, mailbox: `hostmaster.${apex}`, serial, ttl, minimum: ttl })

const positive = (site: Site, answers: readonly ResourceRecord[], additional: readonly ResourceRecord[]): Answer =>
  authoritative({ answers, additional, authority: answers.length === 0 ? [soaOf(site)] : [] })

const apexAnswer = (site: Site, { question: { type } }: Query, servers: () => readonly ResourceRecord[]): Answer => {
  const { options, zone } = site
  if (type === 'SOA') return positive(site, [soaOf(site)], [])
  const server = record(zone, options.ttl, 'NS', joinName('ns1', options.apex, zone))
  return type === 'NS' ? positive(site, [server], servers()) : positive(site, [], [])
}

// The fake subdomain of the name servers holds ns1 and nothing else.
const belowApex = (site: Site, { question }: Query, servers: () => readonly ResourceRecord[]): Answer => {
  const labels = labelsOf(lower(trimZone(question.name, site.zone)))
  if (labels.length === 1) return positive(site, [], [])
  if (labels.length > 2 || labels[0] !== 'ns1') return authoritative({ rcode: 'NXDOMAIN', authority: [soaOf(site)] })
  const addresses = servers().filter(({ type }) => type === question.type)
  return positive(
    site,
    addresses.map(item => ({ ...item, name: question.name })),
    [],
  )
}

const pointersOf = ({ options, index }: Site, { question }: Query): readonly ResourceRecord[] | undefined => {
  const address = question.type === 'PTR' ? addressFromReverse(question.name) : undefined
  if (address === undefined) return undefined
  const services = index.externalAt(address).filter(({ namespace }) => index.exposed(namespace))
  const names = services.map(({ name, namespace }) => joinName(name, namespace, options.zones[0] ?? '.'))
  return names.length === 0 ? undefined : names.map(name => record(question.name, options.ttl, 'PTR', name))
}

const entriesAnswer = (site: Site, query: Query, entries: readonly Entry[]): Later<Answer> => {
  const { type } = query.question
  if (type === 'SRV') return srvAnswer(site, query, entries)
  if (type !== 'A' && type !== 'AAAA') return positive(site, [], [])
  const hosts = [...new Set(entries.map(({ host }) => host))]
  return addressAnswer(site, query, hosts)
}

const addressAnswer = async (site: Site, query: Query, hosts: readonly string[]): Promise<Answer> => {
  const { name, type } = query.question
  const { ttl } = site.options
  const answers: ResourceRecord[] = []
  for (const host of hosts) {
    if (hostType(host) === type) answers.push(record(name, ttl, type, host))
    if (hostType(host) !== 'CNAME') continue
    const target = await site.context.lookup(query, fqdn(host), type)
    answers.push(cname(name, ttl, host), ...target.answers)
  }
  return positive(site, answers, [])
}

const srvAnswer = async (site: Site, query: Query, entries: readonly Entry[]): Promise<Answer> => {
  const isAlias = ({ host }: Entry): boolean => hostType(host) === 'CNAME'
  const named = entries.map(entry => (isAlias(entry) ? { ...entry, owner: fqdn(entry.host) } : entry))
  const { records, extra } = srvRecords(named, query.question.name, site.options.ttl)
  const targets = [...new Set(named.filter(isAlias).map(({ owner }) => owner))]
  const found = await Promise.all(
    targets.flatMap(target => [site.context.lookup(query, target, 'A'), site.context.lookup(query, target, 'AAAA')]),
  )
  return positive(site, records, [
    ...extra.filter(({ type }) => type !== 'CNAME'),
    ...found.flatMap(reply => reply.answers),
  ])
}

const optionsOf = (directive: Directive, blockZones: readonly string[]): ExternalOptions => {
  let options: ExternalOptions = {
    zones: zonesOr(directive.args, blockZones),
    apex: 'dns',
    ttl: 5,
    headless: false,
    fallthrough: [],
  }
  for (const line of directive.body) options = { ...options, ...property(line) }
  return options
}

const property = (line: Directive): Partial<ExternalOptions> => {
  const [first] = line.args
  const required = (): string => {
    if (first === undefined) throw argumentError({ ...line, lastWord: lastWord(line) })
    return first
  }
  switch (line.name) {
    case 'ttl':
      return { ttl: ttlOf(line, required()) }
    case 'apex':
      return { apex: required() }
    case 'headless':
      return { headless: true }
    case 'fallthrough':
      return { fallthrough: fallthroughZones(line.args) }
    default:
      throw new CorefileError(line, `unknown property '${line.name}'`)
  }
}

const ttlOf = (line: Directive, text: string): number => {
  if (!/^[+-]?\d+$/.test(text)) throw new Error(`strconv.Atoi: parsing "${text}": invalid syntax`)
  const seconds = Number(text)
  if (seconds < 0 || seconds > 3600) throw new CorefileError(line, `ttl must be in range [0, 3600]: ${seconds}`)
  return seconds
}
