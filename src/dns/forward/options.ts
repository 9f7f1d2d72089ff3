import { parseGoDuration } from '../../util/go-duration.ts'
import { parseAddress } from '../address.ts'
import { normalizeZones } from '../corefile/normalize.ts'
import { atoi, firstArgument, wrongArguments } from '../corefile/values.ts'
import type { Rcode } from '../message.ts'
import { CorefileError, type Directive, type PluginContext } from '../plugin.ts'
import { rcodeNamed } from '../rcodes.ts'

export interface UpstreamServer {
  readonly address: string
  readonly port: number
}

export interface ForwardOptions {
  readonly from: string
  readonly to: readonly UpstreamServer[]
  readonly policy: 'random' | 'round_robin' | 'sequential'
  readonly except: readonly string[]
  readonly maxConcurrent: number
  readonly forceTcp: boolean
  /** Codes after which another server of this line is asked. */
  readonly failover: readonly Rcode[]
  /** Codes after which the next line with `forward` is asked. */
  readonly next: readonly Rcode[]
  readonly nextOnNodata: boolean
}

const mostServers = 15

/** Reads `forward FROM TO... { ... }`; what it may not say is an error in CoreDNS's words. */
export const forwardOptions = (directive: Directive, context: PluginContext): ForwardOptions => {
  const [from, ...to] = directive.args
  if (from === undefined || to.length === 0) throw wrongArguments(directive)
  let options: ForwardOptions = {
    from: normalizeZones(from)[0] ?? '.',
    to: [],
    policy: 'random',
    except: [],
    maxConcurrent: 0,
    forceTcp: false,
    failover: [],
    next: [],
    nextOnNodata: false,
  }
  for (const line of directive.body) options = { ...options, ...propertyOf(line) }
  const servers = to.flatMap(text => serversOf(text, context))
  if (servers.length > mostServers) throw new Error(`more than ${mostServers} TOs configured: ${servers.length}`)
  return { ...options, to: servers }
}

const serversOf = (text: string, { env }: PluginContext): readonly UpstreamServer[] => {
  if (text.startsWith('/')) return env.upstreams.map(address => ({ address, port: 53 }))
  const [, scheme = 'dns', bare = text] = /^(\w+):\/\/(.*)$/.exec(text) ?? []
  if (!Object.hasOwn(ports, scheme)) {
    throw new Error(`'${scheme}' is not supported as a destination protocol in forward: ${text}`)
  }
  const withoutZone = bare.replace(/%[^:\]]*/, '')
  const [, bracketed, host = withoutZone, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(withoutZone) ?? []
  const address = bracketed ?? host
  if (!parseAddress(address)) throw new Error(`not an IP address or file: "${text}"`)
  return [{ address, port: port === undefined ? (ports[scheme] ?? 53) : Number(port) }]
}

const ports: Readonly<Record<string, number>> = { dns: 53, tls: 853, https: 443 }

type Property = (line: Directive) => Partial<ForwardOptions>

const propertyOf: Property = line => {
  const read = Object.hasOwn(properties, line.name) ? properties[line.name] : undefined
  if (!read) throw new CorefileError(line, `unknown property '${line.name}'`)
  return read(line)
}

const flag =
  (change: Partial<ForwardOptions>): Property =>
  line => {
    if (line.args.length > 0) throw wrongArguments(line)
    return change
  }

/** How connections are kept changes no answer: such a line is only checked. */
const checked =
  (check: (text: string) => unknown): Property =>
  line => {
    check(firstArgument(line))
    return {}
  }

const notNegative =
  (name: string): ((text: string) => number) =>
  text => {
    const value = atoi(text)
    if (value < 0) throw new Error(`${name} can't be negative: ${value}`)
    return value
  }

const duration =
  (name: string): ((text: string) => void) =>
  text => {
    if (parseGoDuration(text) < 0) throw new Error(`${name} can't be negative: ${text}`)
  }

const policy: Property = line => {
  const text = firstArgument(line)
  if (text === 'random' || text === 'round_robin' || text === 'sequential') return { policy: text }
  throw new CorefileError(line, `unknown policy '${text}'`)
}

const codesOf = (line: Directive): readonly Rcode[] => {
  firstArgument(line)
  return line.args.map(text => {
    const rcode = rcodeNamed(text)
    if (rcode === undefined) throw new Error(`${text} is not a valid rcode`)
    return rcode
  })
}

const failover: Property = line => {
  const codes = codesOf(line)
  if (codes.includes('NOERROR')) throw new Error('NoError cannot be used in failover')
  return { failover: codes }
}

const sourceAddress: Property = line => {
  const text = firstArgument(line)
  if (!parseAddress(text)) throw new CorefileError(line, `invalid IP address: ${text}`)
  return {}
}

const properties: Readonly<Record<string, Property>> = {
  except: line => {
    firstArgument(line)
    return { except: line.args.flatMap(normalizeZones) }
  },
  policy,
  failover,
  next: line => ({ next: codesOf(line) }),
  next_on_nodata: flag({ nextOnNodata: true }),
  force_tcp: flag({ forceTcp: true }),
  prefer_udp: flag({}),
  failfast_all_unhealthy_upstreams: flag({}),
  max_concurrent: line => ({ maxConcurrent: notNegative('max_concurrent')(firstArgument(line)) }),
  max_fails: checked(atoi),
  max_connect_attempts: checked(atoi),
  max_idle_conns: checked(notNegative('max_idle_conns')),
  health_check: checked(duration('health_check')),
  expire: checked(duration('expire')),
  max_age: checked(duration('max_age')),
  read_timeout: checked(duration('read_timeout')),
  tls: line => {
    if (line.args.length > 3) throw wrongArguments(line)
    return {}
  },
  tls_servername: checked(() => undefined),
  doh_method: checked(() => undefined),
  resolver: checked(() => undefined),
  source_address: sourceAddress,
}
