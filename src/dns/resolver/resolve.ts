import { isIpv4, parseAddress } from '../address.ts'
import type { Question, Tier } from '../message.ts'
import { reverseName } from '../reverse.ts'
import { type Asked, askOnce, type DnsClient } from './client.ts'
import { addressesIn, type HostsFile, nameIn } from './hosts-file.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { ResolvConf } from './resolv-conf.ts'
import { type Libc, searchWalk } from './search-list.ts'

/** A client as a program of a container is one: with its files and its C library. */
export interface Resolver extends DnsClient {
  readonly resolvConf: ResolvConf
  readonly hosts: HostsFile
  readonly libc: Libc
}

/** One question to one server, and what came of it. */
export interface Step extends Asked {
  readonly question: Question
  readonly server: string
  readonly outcome: Outcome
  readonly tier?: Tier | undefined
}

export interface Resolution {
  /** IPv6 addresses first, as getaddrinfo sorts them (RFC 6724); empty if the name did not resolve. */
  readonly addresses: readonly string[]
  /** Where the answer came from: the file, the name being an address, or the DNS. */
  readonly from: 'address' | 'hosts' | 'dns'
  /** The name that was answered, fully qualified. */
  readonly name: string
  readonly outcome: Outcome
  readonly steps: readonly Step[]
}

/**
 * What getaddrinfo does with a name: is it an address, does /etc/hosts have it, does the DNS, along the search list.
 */
export const resolve = async (resolver: Resolver, name: string): Promise<Resolution> => {
  if (parseAddress(name)) return { addresses: [name], from: 'address', name, outcome: 'answer', steps: [] }
  const listed = sorted(addressesIn(resolver.hosts, name))
  if (listed.length) return { addresses: listed, from: 'hosts', name, outcome: 'answer', steps: [] }

  const walk = searchWalk(name, resolver.resolvConf, resolver.libc)
  let steps: readonly Step[] = []
  let outcomes: readonly Outcome[] = []
  for (
    let index: number | undefined = 0;
    index !== undefined;
    index = walk.next(index, outcomes.at(-1) ?? 'nxdomain')
  ) {
    const candidate = walk.names[index] ?? name
    const found = await Promise.all(['A', 'AAAA'].map(type => askServers(resolver, candidate, type)))
    resolver.wait(Math.max(...found.map(each => millisecondsOf(resolver, each))))
    steps = [...steps, ...found.flat()]
    const outcome = together(found.map(lastOutcome))
    outcomes = [...outcomes, outcome]
    if (outcome === 'answer') {
      return { addresses: sorted(found.flatMap(addressesOf)), from: 'dns', name: candidate, outcome, steps }
    }
  }
  return { addresses: [], from: 'dns', name, outcome: together(outcomes), steps }
}

/** The name of an address as getnameinfo gives it: of /etc/hosts, else the first PTR record. */
export const nameOf = async (resolver: Resolver, address: string): Promise<string | undefined> => {
  const listed = nameIn(resolver.hosts, address)
  const reverse = reverseName(address)
  if (listed || !reverse) return listed
  const steps = await askServers(resolver, reverse, 'PTR')
  resolver.wait(millisecondsOf(resolver, steps))
  const exchange = steps.at(-1)?.exchange
  if (exchange?.outcome !== 'reply' || exchange.reply.rcode !== 'NOERROR') return undefined
  return exchange.reply.answers.find(({ type }) => type === 'PTR')?.data.replace(/\.$/, '')
}

/** Asks the name servers in turn, each `attempts` times, until one replies: every question a step. */
export const askServers = async (resolver: Resolver, name: string, type: string): Promise<readonly Step[]> => {
  const { nameservers, options } = resolver.resolvConf
  const servers = nameservers.length ? nameservers.slice(0, 3) : ['127.0.0.1']
  let steps: readonly Step[] = []
  for (let attempt = 0; attempt < (options.attempts ?? 2); attempt++) {
    for (const server of servers) {
      const step = await ask(resolver, { name, type, class: 'IN' }, server)
      steps = [...steps, step]
      if (step.exchange.outcome === 'reply' && step.outcome !== 'servfail') return steps
    }
    // A SERVFAIL is kept while another server may do better, and not asked for again.
    if (steps.some(({ outcome }) => outcome === 'servfail')) return steps
  }
  return steps
}

const ask = async (resolver: Resolver, question: Question, server: string): Promise<Step> => {
  const udp = await askOnce(resolver, { question, server: { address: server, port: 53 } })
  const cut = udp.exchange.outcome === 'reply' && udp.exchange.reply.flags.tc
  const asked = cut
    ? await askOnce(resolver, { question, server: { address: server, port: 53 }, transport: 'tcp' })
    : udp
  const { exchange } = asked
  const tier = exchange.outcome === 'reply' ? exchange.reply.tier : undefined
  return { ...asked, question, server, outcome: outcomeOf(exchange), tier }
}

/** How long the steps took. musl shares one timeout among its attempts, glibc waits it out at each. */
const millisecondsOf = ({ resolvConf, libc }: Resolver, steps: readonly Step[]): number => {
  const { timeout = 5, attempts = 2 } = resolvConf.options
  const silence = (timeout * 1000) / (libc === 'musl' ? attempts : 1)
  return steps.reduce((sum, { exchange }) => {
    if (exchange.outcome === 'reply') return sum + exchange.milliseconds
    return exchange.outcome === 'timeout' ? sum + silence : sum
  }, 0)
}

const lastOutcome = (steps: readonly Step[]): Outcome => {
  const outcome = steps.at(-1)?.outcome ?? 'timeout'
  return outcome === 'answer' && !addressesOf(steps).length ? 'nodata' : outcome
}

const addressesOf = (steps: readonly Step[]): string[] => {
  const exchange = steps.at(-1)?.exchange
  if (exchange?.outcome !== 'reply' || exchange.reply.rcode !== 'NOERROR') return []
  return exchange.reply.answers.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => data)
}

/** The better of two outcomes: data, then a name without data, then an error that may pass, then no such name. */
const together = (outcomes: readonly Outcome[]): Outcome =>
  ranking.find(outcome => outcomes.includes(outcome)) ?? 'nxdomain'

const ranking: readonly Outcome[] = ['answer', 'nodata', 'servfail', 'timeout', 'refused', 'failure', 'nxdomain']

const sorted = (addresses: readonly string[]): string[] => [
  ...addresses.filter(address => !isIpv4(address)),
  ...addresses.filter(isIpv4),
]
