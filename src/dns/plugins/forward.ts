import { after, type Later } from '../../util/later.ts'
import { type Answer, answer, unwritten, withMilliseconds } from '../answer.ts'
import { type ForwardOptions, forwardOptions, type UpstreamServer } from '../forward/options.ts'
import type { Exchange, Query, Reply } from '../message.ts'
import { isWithin, lower, matchZone } from '../names.ts'
import { definePlugin, type Handler, type PluginContext } from '../plugin.ts'

/** Passes queries of a zone on to other servers, and their answers back as they are. */
export const forward = definePlugin({
  name: 'forward',

  setupAll(directives, context) {
    const lines = directives.map(directive => lineOf(forwardOptions(directive, context), context))
    return next =>
      lines.reduceRight<{ readonly handler: Handler; readonly isForward: boolean }>(
        ({ handler, isForward }, line) => ({ handler: line(handler, isForward), isForward: true }),
        { handler: next, isForward: false },
      ).handler
  },
})

/** The handler of one line, of what comes after it, which may be another line. */
type Line = (next: Handler, isForward: boolean) => Handler

const lineOf = (options: ForwardOptions, { exchange, random }: PluginContext): Line => {
  let turn = 0
  let pending = 0
  const order = (): readonly UpstreamServer[] => {
    const { to, policy } = options
    const first = policy === 'sequential' ? 0 : policy === 'random' ? random.below(to.length) : turn++ % to.length
    return [...to.slice(first), ...to.slice(0, first)]
  }
  const passOn = async (query: Query): Promise<Answer> => {
    pending++
    try {
      return await ask(query, { servers: order(), failover: options.failover }, exchange)
    } finally {
      pending--
    }
  }
  return (next, isForward) => query => {
    if (!isOurs(options, query.question.name)) return next(query)
    if (options.maxConcurrent > 0 && pending >= options.maxConcurrent) {
      return unwritten('REFUSED', `concurrent queries exceeded maximum ${options.maxConcurrent}`)
    }
    const reply = passOn(options.forceTcp ? { ...query, transport: 'tcp' } : query)
    return isForward ? reply.then(found => orNext(options, found, () => next(query))) : reply
  }
}

const isOurs = ({ from, except }: ForwardOptions, name: string): boolean =>
  isWithin(from, lower(name)) && matchZone(except, name) === undefined

const orNext = ({ next, nextOnNodata }: ForwardOptions, reply: Answer, ask: () => Later<Answer>): Later<Answer> => {
  const isNodata = reply.rcode === 'NOERROR' && reply.answers.length === 0
  const goesOn = reply.written && (next.includes(reply.rcode) || (nextOnNodata && isNodata))
  return goesOn ? after(ask(), other => withMilliseconds(other, reply.milliseconds)) : reply
}

const readTimeout = 2000

// A silent server is given up after two read timeouts in all, a refusing one at once.
const ask = async (
  query: Query,
  { servers, failover }: { readonly servers: readonly UpstreamServer[] } & Pick<ForwardOptions, 'failover'>,
  exchange: PluginContext['exchange'],
): Promise<Answer> => {
  let spent = 0
  let failures = 0
  let last: Exchange['outcome'] = 'refused'
  for (let attempt = 0; attempt < Math.max(2, servers.length) && spent < 2 * readTimeout; attempt++) {
    const server = servers[attempt % servers.length]
    if (!server) break
    const result = await exchange(query, server)
    if (result.outcome === 'reply') {
      if (failover.includes(result.reply.rcode) && ++failures < servers.length) continue
      return forwarded(result.reply, spent + result.milliseconds)
    }
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

const forwarded = ({ rcode, flags, answers, authority, additional, tier }: Reply, milliseconds: number): Answer =>
  answer({
    rcode,
    aa: flags.aa,
    ra: flags.ra,
    tc: flags.tc,
    ad: flags.ad,
    answers,
    authority,
    additional,
    tier,
    milliseconds,
  })
