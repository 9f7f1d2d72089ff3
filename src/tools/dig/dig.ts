import type { Edns } from '../../dns/message.ts'
import { querySize } from '../../dns/wire/size.ts'
import { type Lookup, type LookupEvents, type Received, runLookup } from '../bind/lookup.ts'
import { defaultServers, namedServers } from '../bind/server-list.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { parseDigArguments } from './arguments.ts'
import { cookieCode } from './edns-text.ts'
import type { GlobalOptions, LookupOptions } from './lookup-options.ts'
import { messageText, queryShown } from './message-text.ts'
import { receivedText } from './received-text.ts'
import { statisticsText } from './statistics.ts'

/** dig of BIND 9.18; +trace shows tiers, and +tier is our own. */
export const dig: Run = async (argv, world) => {
  const parsed = await parseDigArguments(argv, word => namedServers(world, word))
  if ('code' in parsed) {
    world.out.write(parsed.out)
    world.err.write(parsed.err)
    return parsed.code
  }
  world.err.write(parsed.warnings)
  const cookie = randomBytes(world, 8)
  let code = 0
  for (const options of parsed.lookups) {
    const lookup = lookupOf(world, options, parsed.global, cookie)
    const received = await runLookup(world, lookup, eventsFor(world, options, parsed.global, cookie))
    if (!received) code = 9
  }
  return code
}

const lookupOf = (world: ToolWorld, options: LookupOptions, global: GlobalOptions, cookie: Uint8Array): Lookup => {
  const { resolvConf } = world
  return {
    name: options.name,
    type: options.type,
    class: options.class,
    servers: options.servers ?? defaultServers(world),
    port: global.port,
    tcp: options.type === 'AXFR' || (options.tcp ?? options.type === 'ANY'),
    flags: { rd: options.recurse, cd: options.cdFlag, ad: options.adFlag },
    edns: ednsOf(options, cookie),
    opcode: options.opcode,
    id: options.id,
    tries: options.tries ?? resolvConf.options.attempts ?? 3,
    timeout: global.timeout ?? resolvConf.options.timeout,
    search: global.search
      ? {
          domains: global.domain === undefined ? resolvConf.search : [global.domain],
          ndots: global.ndots ?? resolvConf.options.ndots,
        }
      : undefined,
    showSearch: global.showSearch,
    passServfail: options.passServfail,
    ignoreTruncation: options.ignoreTruncation,
  }
}

const ednsOf = (options: LookupOptions, cookie: Uint8Array): Edns | undefined => {
  if (options.edns === undefined) return undefined
  const { nsid, cookie: send, cookieValue } = options
  return {
    version: options.edns,
    udpSize: options.udpSize ?? 1232,
    dnssecOk: options.dnssec,
    options: [
      ...(nsid ? [{ code: 3, data: new Uint8Array() }] : []),
      ...(send ? [{ code: cookieCode, data: cookieValue === undefined ? cookie : fromHex(cookieValue) }] : []),
    ],
  }
}

const eventsFor = (
  world: ToolWorld,
  options: LookupOptions,
  global: GlobalOptions,
  cookie: Uint8Array,
): LookupEvents => {
  const { out } = world
  const say = (text: string): void => {
    out.write(global.yaml ? `- type: DIG_ERROR\n  message: |\n    ${text}\n` : `;; ${text}\n`)
  }
  let banner = options.banner
  const takeBanner = (): string => {
    const text = global.short || !global.command ? '' : banner
    banner = ''
    return text
  }
  const shown = (received: Received): string =>
    receivedText(received, { options, global, cookie, now: world.clock.now() })
  return {
    warning: text => !global.yaml && say(text),
    comment: text => options.show.comments && !global.yaml && say(text),
    sending: query => {
      if (!options.showQuery || global.short || global.yaml) return
      out.write(`${takeBanner()}${messageText(queryShown(query), options)};; QUERY SIZE: ${querySize(query)}\n\n`)
    },
    message: received => out.write(takeBanner() + shown(received)),
    received: received => {
      const refused = received.lookup.type === 'AXFR' && received.reply.rcode !== 'NOERROR'
      if (global.short || global.yaml || refused) return
      out.write(statisticsText(received, options, world.clock.now()))
    },
    unreachable: transport => {
      // The banner stands even where +short or +nocmd came too late to keep it from being made.
      if (transport === 'udp') out.write(banner)
      say('no servers could be reached')
    },
  }
}

const randomBytes = ({ random }: ToolWorld, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, () => random.below(256))

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16))
