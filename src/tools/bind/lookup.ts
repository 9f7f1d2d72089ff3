import type { Edns, Query, Reply } from '../../dns/message.ts'
import { absolute, askOnce } from '../../dns/resolver/client.ts'
import { searchWalk } from '../../dns/resolver/search-list.ts'
import type { ToolWorld } from '../tool.ts'
import type { Server } from './server-list.ts'

/** One thing to look up, as dig, nslookup and host share it. */
export interface Lookup {
  /** As the user typed it. */
  readonly name: string
  readonly type: string
  readonly class: string
  readonly servers: readonly Server[]
  readonly port: number
  readonly tcp: boolean
  readonly flags: Query['flags']
  readonly edns?: Edns | undefined
  readonly opcode?: string | undefined
  readonly id?: number | undefined
  readonly tries: number
  /** Seconds to wait for one reply. */
  readonly timeout?: number | undefined
  /** The search list to walk, of names with fewer dots than ndots; undefined asks the name as it stands. */
  readonly search?: { readonly domains: readonly string[]; readonly ndots: number } | undefined
  /** Replies of names that are not the last of the search are shown too. */
  readonly showSearch?: boolean | undefined
  /** Speak of a server that offers no recursion. */
  readonly checkRecursion?: boolean | undefined
  /** A SERVFAIL makes it ask the next server. */
  readonly passServfail?: boolean | undefined
  /** Keep a truncated reply. */
  readonly ignoreTruncation?: boolean | undefined
}

/** One reply, with what was asked and of whom. */
export interface Received {
  readonly lookup: Lookup
  readonly server: Server
  readonly query: Query
  readonly reply: Reply
  readonly milliseconds: number
}

/** What a program does at each event of a lookup. */
export interface LookupEvents {
  /** About to ask for a name. */
  readonly trying?: ((name: string) => void) | undefined
  readonly sending?: ((query: Query) => void) | undefined
  /** Something went wrong with a server. */
  warning(text: string): void
  /** Something worth a word if the user wants comments. */
  comment(text: string): void
  /** A reply to print. */
  message(received: Received): void
  /** The reply is done with: time for statistics. */
  received(received: Received): void
  /** No server replied. */
  unreachable(transport: 'udp' | 'tcp'): void
}

/**
 * Runs a lookup along its search list until a name gives something else than NXDOMAIN; undefined if no server replied.
 */
export const runLookup = async (
  world: ToolWorld,
  lookup: Lookup,
  events: LookupEvents,
): Promise<Received | undefined> => {
  const names = namesOf(lookup)
  for (const [index, name] of names.entries()) {
    events.trying?.(name)
    const received = await askServers(world, { ...lookup, name }, events)
    if (!received) return undefined
    const seen = { ...received, lookup }
    const missing = seen.reply.rcode === 'NXDOMAIN'
    const last = index + 1 >= names.length
    const asItStands = absolute(name) === absolute(lookup.name)
    if (!missing || last || lookup.showSearch) {
      events.message(seen)
      events.received(seen)
    }
    // dig's own quirk: the statistics of a name asked as it stands before its search come in any case.
    if (missing && asItStands && searchesAfter(lookup)) events.received(seen)
    if (!missing || last) return seen
  }
  return undefined
}

const namesOf = ({ name, search }: Lookup): readonly string[] => {
  if (!search) return [name]
  const conf = { nameservers: [], search: search.domains, options: { ndots: search.ndots, others: [] } }
  return searchWalk(name, conf, 'bind').names
}

const searchesAfter = ({ name, search }: Lookup): boolean =>
  search !== undefined && name.split('.').length > search.ndots

/** Asks the first server as often as allowed, then each other once; over TCP where UDP cut the reply. */
const askServers = async (world: ToolWorld, lookup: Lookup, events: LookupEvents): Promise<Received | undefined> => {
  let tries = lookup.tries
  for (let at = 0; at < lookup.servers.length; ) {
    const server = lookup.servers[at] ?? { address: '127.0.0.1', calledAs: '127.0.0.1' }
    const { query, exchange } = await ask(world, lookup, server, events)
    if (exchange.outcome !== 'reply') {
      giveUp(world, lookup, { server, outcome: exchange.outcome }, events)
      if (tries > 1) tries -= 1
      else at += 1
      continue
    }
    const { reply, milliseconds } = exchange
    world.wait(milliseconds)
    const version = reply.edns?.version ?? 0
    if (reply.rcode === 'BADVERS' && lookup.edns && version < lookup.edns.version) {
      events.comment(`BADVERS, retrying with EDNS version ${version}.`)
      return askServers(world, { ...lookup, edns: { ...lookup.edns, version }, tries }, events)
    }
    if (reply.flags.tc && !lookup.ignoreTruncation && !lookup.tcp) {
      events.comment('Truncated, retrying in TCP mode.')
      return askServers(world, { ...lookup, tcp: true, tries }, events)
    }
    const next = at + 1 < lookup.servers.length
    const problem = problemOf(lookup, reply)
    if (problem) events.comment(`Got ${problem} from ${server.address}${next ? ', trying next server' : ''}`)
    if (!problem || !next) return { lookup, server, query, reply, milliseconds }
    at += 1
  }
  events.unreachable(lookup.tcp ? 'tcp' : 'udp')
  return undefined
}

const ask = async (world: ToolWorld, lookup: Lookup, server: Server, events: LookupEvents) => {
  const { name, type, class: ofClass, port, tcp, flags, edns, opcode, id } = lookup
  const asking = {
    question: { name: absolute(name), type, class: ofClass },
    server: { address: server.address, port },
    transport: tcp ? ('tcp' as const) : ('udp' as const),
    flags,
    edns,
    opcode,
    id,
  }
  const asked = await askOnce(world, asking)
  events.sending?.(asked.query)
  return asked
}

const giveUp = (
  world: ToolWorld,
  { name, port, tcp, timeout }: Lookup,
  { server, outcome }: { readonly server: Server; readonly outcome: 'timeout' | 'refused' },
  events: LookupEvents,
): void => {
  if (outcome === 'timeout') world.wait((timeout ?? (tcp ? 10 : 5)) * 1000)
  const reason = outcome === 'timeout' ? 'timed out' : 'connection refused'
  const socket = `${server.address}#${port}`
  events.warning(
    tcp
      ? `Connection to ${socket}(${server.address}) for ${name} failed: ${reason}.`
      : `communications error to ${socket}: ${reason}`,
  )
}

const problemOf = ({ passServfail, checkRecursion, flags }: Lookup, reply: Reply): string | undefined => {
  if (reply.rcode === 'SERVFAIL' && passServfail) return 'SERVFAIL reply'
  return checkRecursion && flags.rd && !reply.flags.ra ? 'recursion not available' : undefined
}
