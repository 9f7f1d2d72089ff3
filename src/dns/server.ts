import { after, type Later } from '../util/later.ts'
import { type Answer, answer, unwritten } from './answer.ts'
import { buildChain } from './chain.ts'
import { CorefileError } from './corefile/corefile-error.ts'
import type { ServerBlock } from './corefile/directive.ts'
import { serverAddresses } from './corefile/normalize.ts'
import { parseCorefile } from './corefile/parse.ts'
import { replyEdns } from './edns.ts'
import type { Exchange, Query, Reply } from './message.ts'
import { isWithin, lower } from './names.ts'
import type { Handler, PluginContext } from './plugin.ts'
import { plugins } from './plugins/index.ts'
import { scrub } from './scrub.ts'
import type { World } from './world.ts'

export interface NameServer {
  /** The reply to a query as the client would get it: cut to size, flags and EDNS set. */
  answer(query: Query, port?: number): Later<Reply>
  /** The same for a client that may also meet silence: a query that `acl` drops, for which `answer` has a REFUSED. */
  exchange(query: Query, port?: number): Later<Exchange>
  /** Takes another configuration. A broken one throws (a CorefileError, in CoreDNS's words) and the old one stays. */
  reload(corefile: string): void
  /** Whether a server block is for this port. */
  listensOn(port: number): boolean
}

/** A CoreDNS in memory: a Corefile and a world in, answers out. Throws CorefileError. */
export const createNameServer = ({ corefile, file = 'Corefile', ...world }: NameServerOptions): NameServer => {
  let config = configure(corefile, file, world)
  return {
    answer: (query, port = 53) =>
      after(serve(config, query, port), reply => replyOf(query, reply.silent ? refused : reply)),
    exchange: (query, port = 53) => after(serve(config, query, port), reply => exchangeOf(query, reply)),
    reload(text) {
      config = configure(text, file, world)
    },
    listensOn: port => config.has(port),
  }
}

export interface NameServerOptions extends World {
  readonly corefile: string
  /** The name that errors begin with. */
  readonly file?: string | undefined
}

interface Site {
  /** No handler: the block has no plugin that answers. */
  readonly handler: Handler | undefined
  /** A block with `forward` or `chaos` serves other classes as well. */
  readonly otherClasses: boolean
}

type Sites = ReadonlyMap<string, Site>
type Config = ReadonlyMap<number, Sites>

const configure = (corefile: string, file: string, world: World): Config => {
  const knows = (name: string): boolean => plugins.some(plugin => plugin.name === name)
  const config = new Map<number, Map<string, Site>>()
  for (const block of parseCorefile(corefile, { file, knows })) addBlock(config, block, world)
  return config
}

const addBlock = (config: Map<number, Map<string, Site>>, block: ServerBlock, world: World): void => {
  const addresses = block.keys.flatMap(serverAddresses)
  const zones = [...new Set(addresses.map(({ zone }) => zone))]
  const [port = 53] = addresses.map(address => address.port)
  const lookup: PluginContext['lookup'] = (query, name, type) => {
    const { hops = 0 } = query
    if (hops >= mostHops) return unwritten('SERVFAIL')
    return serve(config, { ...query, hops: hops + 1, question: { name, type, class: 'IN' } }, port)
  }
  const handler = buildChain(block, plugins, { ...world, zones, port, shared: { transferers: [] }, lookup })
  const site = { handler, otherClasses: block.directives.some(({ name }) => name === 'forward' || name === 'chaos') }
  for (const address of addresses) {
    const sites = config.get(address.port) ?? new Map<string, Site>()
    if (sites.has(address.zone)) {
      const name = `dns://${address.zone}:${address.port}`
      throw new CorefileError(block, `cannot serve ${name} - it is already defined`)
    }
    config.set(address.port, sites.set(address.zone, site))
  }
}

// Aliases that lead from one zone into another and back have no end of their own.
const mostHops = 8

const refused = unwritten('REFUSED')

const serve = (config: Config, query: Query, port: number): Later<Answer> => {
  const sites = config.get(port)
  if (!sites) return refused
  if (query.opcode !== 'QUERY' && query.opcode !== 'NOTIFY') return unwritten('NOTIMP')
  const { name, type, class: kind } = query.question
  if (kind !== 'IN' && ![...sites.values()].some(({ otherClasses }) => otherClasses)) return refused
  if (query.edns && query.edns.version !== 0) return answer({ rcode: 'BADVERS' })
  return siteFor(sites, name, type)?.handler?.(query) ?? refused
}

// The longest zone wins; a DS record belongs to the parent's side of a cut, so one site further up if there is one.
const siteFor = (sites: Sites, name: string, type: string): Site | undefined => {
  const key = lower(name)
  let best = ''
  for (const zone of sites.keys()) if (isWithin(zone, key) && zone.length > best.length) best = zone
  if (type !== 'DS' || best === '.') return sites.get(best)
  const parents = new Map([...sites].filter(([zone]) => zone !== best && isWithin(zone, best)))
  return siteFor(parents, name, 'A') ?? sites.get(best)
}

const exchangeOf = (query: Query, reply: Answer): Exchange =>
  reply.silent
    ? { outcome: 'timeout' }
    : { outcome: 'reply', reply: replyOf(query, reply), milliseconds: reply.milliseconds }

const replyOf = (asked: Query, reply: Answer): Reply => {
  const query = reply.edns ? { ...asked, edns: reply.edns } : asked
  const { answers, authority, additional, compressed, rcode, aa, tc, rd, ra, ad, cd } = scrub(query, reply)
  return {
    rcode,
    flags: { aa, tc, rd, ra, ad, cd },
    answers,
    authority,
    additional,
    edns: rcode === 'BADVERS' ? badVersion : replyEdns(query.edns),
    tier: reply.tier,
    compressed,
    milliseconds: reply.milliseconds,
  }
}

const badVersion = { version: 0, udpSize: 0, dnssecOk: false, options: [] }
