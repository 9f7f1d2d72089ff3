import { after, type Later } from '../../util/later.ts'
import { formatAddress, parseAddress } from '../address.ts'
import { type Answer, answer } from '../answer.ts'
import { oneArgument, wrongArguments } from '../corefile/values.ts'
import type { Query, ResourceRecord } from '../message.ts'
import { isCidr } from '../networks.ts'
import { CorefileError, type Directive, definePlugin, type PluginContext } from '../plugin.ts'

interface Options {
  readonly prefix: Uint8Array
  /** In bytes. */
  readonly width: number
  readonly all: boolean
  readonly ipv4: boolean
}

/** Makes AAAA records of A records for clients that have only IPv6 (RFC 6147). */
export const dns64 = definePlugin({
  name: 'dns64',

  setupAll(directives, context) {
    const options = directives.reduce(optionsOf, { ...prefixOf('64:ff9b::/96'), all: false, ipv4: false })
    return next => query =>
      isAsked(options, query)
        ? after(next(query), reply => translated(options, { query, reply, context }))
        : next(query)
  },
})

const isAsked = ({ ipv4 }: Options, { question, source }: Query): boolean =>
  (ipv4 || source.address.includes(':')) && question.type === 'AAAA' && question.class === 'IN'

interface Asked {
  readonly query: Query
  readonly reply: Answer
  readonly context: PluginContext
}

const translated = (options: Options, { query, reply, context }: Asked): Later<Answer> => {
  if (!reply.written || reply.rcode === 'NXDOMAIN') return reply
  if (!options.all && reply.answers.some(({ type }) => type === 'AAAA')) return reply
  // A record made here lives no longer than the denial of the one that is missing.
  const most = reply.authority.find(({ type }) => type === 'SOA')?.ttl ?? 600
  return after(
    context.lookup(query, query.question.name, 'A'),
    ({ answers, authority, additional, tc, milliseconds }) => {
      const made = answers.map(item => (item.type === 'A' ? madeOf(options, item, most) : item))
      return answer({ answers: made, authority, additional, tc, milliseconds, tier: reply.tier })
    },
  )
}

const madeOf = ({ prefix, width }: Options, item: ResourceRecord, most: number): ResourceRecord => {
  const bytes = new Uint8Array(16)
  bytes.set(prefix.subarray(0, width))
  let at = width
  for (const byte of parseAddress(item.data) ?? []) {
    // RFC 6052: the ninth byte is zero.
    if (at === 8) at++
    bytes[at++] = byte
  }
  return { ...item, type: 'AAAA', ttl: Math.min(item.ttl, most), data: formatAddress(bytes) }
}

const optionsOf = (options: Options, directive: Directive): Options => {
  const [prefix] = directive.args
  if (directive.args.length > 1) throw wrongArguments(directive)
  let result = prefix === undefined ? options : { ...options, ...prefixOf(prefix, directive) }
  for (const line of directive.body) result = { ...result, ...property(line) }
  return result
}

const property = (line: Directive): Partial<Options> => {
  switch (line.name) {
    case 'prefix':
      return prefixOf(oneArgument(line), line)
    case 'translate_all':
      return { all: true }
    case 'allow_ipv4':
      return { ipv4: true }
  }
  throw new CorefileError(line, `unknown property '${line.name}'`)
}

const prefixOf = (text: string, line?: Directive): Pick<Options, 'prefix' | 'width'> => {
  const [base = '', width = ''] = text.split('/')
  const prefix = parseAddress(base)
  if (!prefix || !isCidr(text)) throw new Error(`invalid CIDR address: ${text}`)
  const bits = Number(width)
  if (line && prefix.length === 4) throw new CorefileError(line, `invalid netmask 32 IPv6 address: "${text}"`)
  if (line && (bits % 8 !== 0 || bits < 32 || bits > 96))
    throw new CorefileError(line, `invalid prefix length "${text}"`)
  return { prefix, width: bits / 8 }
}
