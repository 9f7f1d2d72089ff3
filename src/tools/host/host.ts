import { relative } from '../../dns/resolver/client.ts'
import { replySize } from '../../dns/wire/size.ts'
import { endOfCnames } from '../bind/cname-chain.ts'
import { type Lookup, type LookupEvents, type Received, runLookup } from '../bind/lookup.ts'
import { reverseArgument } from '../bind/reverse-argument.ts'
import { defaultServers, namedServers } from '../bind/server-list.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { type HostOptions, parseHostArguments } from './arguments.ts'
import { replyText } from './reply-text.ts'

/** host of BIND 9.18: A, AAAA and MX of a name, the name of an address, or the type it is told. */
export const host: Run = async (argv, world) => {
  const options = parseHostArguments(argv)
  if ('code' in options) {
    world.err.write(options.err)
    return options.code
  }
  const { server } = options
  const named = server === undefined ? { servers: defaultServers(world) } : await namedServers(world, server)
  if ('failure' in named) {
    world.err.write(`host: ${named.failure}\n`)
    return 1
  }
  return lookUp(world, options, lookupOf(world, options, named.servers))
}

const lookupOf = (world: ToolWorld, options: HostOptions, servers: Lookup['servers']): Lookup => {
  const { resolvConf } = world
  const reverse = reverseArgument(options.name, true)
  return {
    name: reverse ?? options.name,
    type: reverse ? 'PTR' : options.type,
    class: options.class,
    servers,
    port: options.port,
    tcp: options.tcp ?? ['ANY', 'AXFR'].includes(options.type),
    flags: { rd: options.recurse, cd: false, ad: false },
    tries: options.tries,
    timeout: options.timeout ?? resolvConf.options.timeout,
    search: reverse ? undefined : { domains: resolvConf.search, ndots: options.ndots ?? resolvConf.options.ndots },
    checkRecursion: options.server === undefined,
    passServfail: options.passServfail,
  }
}

const lookUp = async (world: ToolWorld, options: HostOptions, lookup: Lookup): Promise<number> => {
  const typed = options.typed || lookup.type !== 'A'
  const shown: Received[] = []
  const run = (changed: Lookup) => runLookup(world, changed, eventsFor(world, { ...options, typed }, shown))
  const first = await run(lookup)
  if (first?.reply.rcode === 'NOERROR' && !typed) {
    const name = relative(endOfCnames(first.reply, first.query.question.name))
    await run({ ...lookup, name, type: 'AAAA', search: undefined })
    await run({ ...lookup, name, type: 'MX', search: undefined })
  }
  return shown.length > 0 && shown.every(({ reply }) => reply.rcode === 'NOERROR') ? 0 : 1
}

const eventsFor = (world: ToolWorld, options: HostOptions, shown: Received[]): LookupEvents => {
  const { out } = world
  const { verbose } = options
  const message = (received: Received): void => {
    const { server, lookup } = received
    if (options.server !== undefined && !shown.length) {
      out.write(
        `Using domain server:\nName: ${server.calledAs}\nAddress: ${server.address}#${lookup.port}\nAliases: \n\n`,
      )
    }
    shown.push(received)
    out.write(replyText(received, options))
  }
  return {
    trying: name => verbose && out.write(`Trying "${relative(name)}"\n`),
    warning: text => out.write(`;; ${text}\n`),
    comment: () => undefined,
    message,
    received: ({ server, lookup, reply, query, milliseconds }) => {
      const size = verbose ? replySize(query, reply) : 0
      if (verbose) {
        out.write(`Received ${size} bytes from ${server.address}#${lookup.port} in ${Math.floor(milliseconds)} ms\n`)
      }
    },
    unreachable: () => out.write(';; no servers could be reached\n'),
  }
}
