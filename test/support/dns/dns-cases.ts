import { readFileSync } from 'node:fs'
import type { Query, Rcode, Reply, ResourceRecord, Transport } from '../../../src/dns/message.ts'
import { createNameServer, type NameServer } from '../../../src/dns/server.ts'
import { seededRandom } from '../../../src/util/random.ts'
import { objectsOf, viewOf } from './fixture-view.ts'

interface CaseRecord {
  readonly name: string
  readonly ttl: number
  readonly type: string
  readonly rdata: string
}

export interface DnsCase {
  readonly qname: string
  readonly qtype: string
  readonly rcode: string
  readonly answer: readonly CaseRecord[]
  readonly authority: readonly CaseRecord[]
  readonly additional: readonly CaseRecord[]
  readonly flags?: string
  readonly note: string
}

interface Upstream {
  readonly rcode?: Rcode
  readonly answer?: readonly [string, number, string, string][]
  readonly authority?: readonly [string, number, string, string][]
  readonly aa?: boolean
  readonly ra?: boolean
  readonly tc?: boolean
  readonly drop?: boolean
}

export interface DnsGroup {
  readonly name: string
  readonly corefile: string
  readonly manifests: string
  readonly also?: readonly string[]
  readonly server_ips?: readonly string[]
  readonly client?: { readonly ip: string }
  readonly upstream?: Readonly<Record<string, Upstream>>
  readonly zonefile?: string
  readonly transport?: 'tcp'
  readonly cases: readonly DnsCase[]
}

export const dnsGroups = (): readonly DnsGroup[] => {
  const { groups } = JSON.parse(readFileSync('test/cases/dns.json', 'utf8')) as { groups: readonly DnsGroup[] }
  return groups
}

/** The recorded server: the group's Corefile and objects, and an upstream that answers as the group says. */
export const serverOf = (group: DnsGroup, log: (line: string) => void = () => {}): NameServer =>
  createNameServer({
    corefile: `.:53 {\n${group.corefile.replaceAll('UPSTREAM', '192.0.2.53')}\n}\n`,
    view: viewOf(objectsOf([group.manifests, ...(group.also ?? [])])),
    revision: () => 1,
    clock: { now: () => 1_795_166_340_000 },
    random: seededRandom(7),
    exchange: upstreamOf(group.upstream ?? {}),
    log,
    env: {
      upstreams: ['192.0.2.53'],
      addresses: group.server_ips ?? [],
      readFile: path => (path === '/etc/coredns/Zonefile' ? group.zonefile : undefined),
    },
  })

const upstreamOf =
  (table: Readonly<Record<string, Upstream>>): Transport =>
  async ({ question, flags }) => {
    const { name, type } = question
    const found = table[`${name}/${type}`] ?? table[name] ?? table['*'] ?? { rcode: 'NXDOMAIN' }
    if (found.drop) return { outcome: 'timeout' }
    const records = (rows: Upstream['answer']): readonly ResourceRecord[] =>
      (rows ?? []).map(([owner, ttl, kind, data]) => ({ name: owner, ttl, type: kind, class: 'IN', data }))
    const reply: Reply = {
      rcode: found.rcode ?? 'NOERROR',
      flags: {
        aa: found.aa ?? false,
        ra: found.ra ?? false,
        tc: found.tc ?? false,
        ad: false,
        rd: flags.rd,
        cd: false,
      },
      answers: records(found.answer),
      authority: records(found.authority),
      additional: [],
      tier: 'external',
    }
    return { outcome: 'reply', reply, milliseconds: 1 }
  }

export const queryOf = (group: DnsGroup, { qname, qtype }: Pick<DnsCase, 'qname' | 'qtype'>): Query => ({
  id: 1,
  opcode: 'QUERY',
  question: { name: qname, type: qtype, class: 'IN' },
  flags: { rd: true, cd: false, ad: false },
  source: { address: group.client?.ip ?? '10.244.1.9', port: 40000 },
  transport: group.transport ?? 'udp',
})

/** A reply and a case in one form, for toEqual: sections as sorted lines, the serial of a SOA as `*`. */
export const normalReply = (reply: Reply, example: DnsCase): object => ({
  rcode: reply.rcode,
  answer: lines(reply.answers),
  authority: lines(reply.authority),
  additional: lines(reply.additional),
  flags: example.flags && flagWords(reply),
})

export const normalCase = (example: DnsCase): object => ({
  rcode: example.rcode,
  answer: lines(example.answer),
  authority: lines(example.authority),
  additional: lines(example.additional),
  flags: example.flags,
})

const lines = (records: readonly (CaseRecord | ResourceRecord)[]): readonly string[] =>
  records
    .map(item => ({ ...item, data: 'data' in item ? item.data : item.rdata }))
    .map(({ name, ttl, type, data }) => `${name} ${ttl} ${type} ${type === 'SOA' ? withoutSerial(data) : data}`)
    .toSorted()

const withoutSerial = (data: string): string => data.split(' ').toSpliced(2, 1, '*').join(' ')

export const flagWords = ({ flags }: Reply): string => {
  const { aa, tc, rd, ra, ad, cd } = flags
  return ['qr', aa && 'aa', tc && 'tc', rd && 'rd', ra && 'ra', ad && 'ad', cd && 'cd'].filter(Boolean).join(' ')
}

/** Whether every CNAME stands before what it leads to: the one thing about order that has a meaning. */
export const aliasesFirst = ({ answers }: Reply): boolean =>
  answers.every(
    (item, index) =>
      item.type !== 'CNAME' ||
      answers.slice(0, index).every(other => other.name !== item.data || item.name === item.data),
  )
