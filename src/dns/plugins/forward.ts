import { parseAddress } from '../address.ts'
import { type Answer, answer, unwritten } from '../answer.ts'
import { normalizeZones } from '../corefile/normalize.ts'
import type { Exchange, Query } from '../message.ts'
import { isWithin, lower, matchZone } from '../names.ts'
import {
  argumentError,
  CorefileError,
  type Directive,
  definePlugin,
  type Handler,
  lastWord,
  type PluginContext,
} from '../plugin.ts'

interface Server {
  readonly address: string
  readonly port: number
}

interface ForwardOptions {
  readonly from: string
  readonly to: readonly Server[]
  readonly policy: 'random' | 'round_robin' | 'sequential'
  readonly except: readonly string[]
  readonly maxConcurrent: number
  readonly forceTcp: boolean
}

/** Passes queries of a zone on to other servers, and their answers back as they are. */
export const forward = definePlugin({
  name: 'forward',

  setupAll(directives, context) {
    const middlewares = directives.map(directive => middlewareOf(optionsOf(directive, context), context))
    return next => middlewares.reduceRight((inner, middleware) => middleware(inner), next)
  },
})

const middlewareOf = (options: ForwardOptions, { exchange, random }: PluginContext) => {
  let turn = 0
  let pending = 0
  const order = (): readonly Server[] => {
    const { to, policy } = options
    const first = policy === 'sequential' ? 0 : policy === 'random' ? random.below(to.length) : turn++ % to.length
    return [...to.slice(first), ...to.slice(0, first)]
  }
  const passOn = async (query: Query): Promise<Answer> => {
    pending++
    try {
      return await ask(query, order(), exchange)
    } finally {
      pending--
    }
  }
  return (next: Handler): Handler =>
    query => {
      if (!isOurs(options, query.question.name)) return next(query)
      if (options.maxConcurrent > 0 && pending >= options.maxConcurrent) {
        return unwritten('REFUSED', `concurrent queries exceeded maximum ${options.maxConcurrent}`)
      }
      return passOn(options.forceTcp ? { ...query, transport: 'tcp' } : query)
    }
}

const isOurs = ({ from, except }: ForwardOptions, name: string): boolean =>
  isWithin(from, lower(name)) && matchZone(except, name) === undefined

const readTimeout = 2000

// A silent server is given up after two read timeouts in all, a refusing one at once.
const ask = async (query: Query, servers: readonly Server[], exchange: PluginContext['exchange']): Promise<Answer> => {
  let spent = 0
  let last: Exchange['outcome'] = 'refused'
  for (let attempt = 0; attempt < Math.max(2, servers.length) && spent < 2 * readTimeout; attempt++) {
    const server = servers[attempt % servers.length]
    if (!server) break
    const result = await exchange(query, server)
    if (result.outcome === 'reply') return forwarded(result.reply, spent + result.milliseconds)
    last = result.outcome
    if (last === 'timeout') spent += readTimeout
  }
  const [server] = servers
  const address = server && `${server.address}:${server.port}`
  return unwritten(
    'SERVFAIL',
    last === 'timeout' ? `read udp ->${address}: i/o timeout` : 'read: connection refused',
    spent,
  )
}

const forwarded = (reply: Extract<Exchange, { outcome: 'reply' }>['reply'], milliseconds: number): Answer =>
  answer({
    rcode: reply.rcode,
    aa: reply.flags.aa,
    ra: reply.flags.ra,
    tc: reply.flags.tc,
    ad: reply.flags.ad,
    answers: reply.answers,
    authority: reply.authority,
    additional: reply.additional,
    tier: reply.tier,
    milliseconds,
  })

const optionsOf = (directive: Directive, context: PluginContext): ForwardOptions => {
  const [from, ...to] = directive.args
  if (from === undefined || to.length === 0) throw argumentError({ ...directive, lastWord: lastWord(directive) })
  const servers = to.flatMap(text => serversOf(text, context))
  let options: ForwardOptions = {
    from: normalizeZones(from)[0] ?? '.',
    to: servers,
    policy: 'random',
    except: [],
    maxConcurrent: 0,
    forceTcp: false,
  }
  for (const line of directive.body) options = { ...options, ...propertyOf(line) }
  return options
}

const serversOf = (text: string, { env }: PluginContext): readonly Server[] => {
  if (text.startsWith('/')) return env.upstreams.map(address => ({ address, port: 53 }))
  const bare = text.replace(/^(dns|tls):\/\//, '')
  const [, bracketed, host = bare, port] = /^(?:\[([^\]]+)\]|([^:]+)):(\d+)$/.exec(bare) ?? []
  const address = bracketed ?? host
  if (!parseAddress(address)) throw new Error(`not an IP address or file: "${text}"`)
  return [{ address, port: port === undefined ? (text.startsWith('tls:') ? 853 : 53) : Number(port) }]
}

const ignored = [
  'health_check',
  'max_fails',
  'tls',
  'tls_servername',
  'expire',
  'prefer_udp',
  'next',
  'failfast_all_unhealthy_upstreams',
  'failover',
  'max_age',
  'max_idle_conns',
  'max_connect_attempts',
  'read_timeout',
  'source_address',
]

const propertyOf = (line: Directive): Partial<ForwardOptions> => {
  const [first] = line.args
  const required = (): string => {
    if (first === undefined) throw argumentError({ ...line, lastWord: line.name })
    return first
  }
  switch (line.name) {
    case 'except':
      required()
      return { except: line.args.flatMap(normalizeZones) }
    case 'force_tcp':
      return { forceTcp: true }
    case 'policy':
      return { policy: policyOf(line, required()) }
    case 'max_concurrent':
      return { maxConcurrent: countOf(line, required()) }
  }
  if (!ignored.includes(line.name)) throw new CorefileError(line, `unknown property '${line.name}'`)
  return {}
}

const policyOf = (line: Directive, text: string): ForwardOptions['policy'] => {
  if (text !== 'random' && text !== 'round_robin' && text !== 'sequential') {
    throw new CorefileError(line, `unknown policy '${text}'`)
  }
  return text
}

const countOf = (line: Directive, text: string): number => {
  if (!/^-?\d+$/.test(text)) throw new Error(`strconv.Atoi: parsing "${text}": invalid syntax`)
  if (Number(text) < 0) throw new CorefileError(line, `max_concurrent can't be negative: ${text}`)
  return Number(text)
}
