import { relative } from '../../dns/resolver/client.ts'
import { endOfCnames } from '../bind/cname-chain.ts'
import { type Lookup, type LookupEvents, type Received, runLookup } from '../bind/lookup.ts'
import { reverseArgument } from '../bind/reverse-argument.ts'
import { defaultServers, namedServers, type Server } from '../bind/server-list.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { type BindOptions, defaultBindOptions, withBindOption } from './bind-options.ts'
import { debugText, sectionText } from './bind-reply.ts'

/** nslookup of BIND 9.18, without its interactive mode. */
export const bindNslookup: Run = async (argv, world) => {
  const words = argv.filter(word => !word.startsWith('-'))
  if (argv.some(word => /^-ver/i.test(word))) {
    world.err.write('nslookup 9.18.49-1~deb12u3-Debian\n')
    return 0
  }
  const options = argv
    .filter(word => word.startsWith('-'))
    .reduce((changed, word) => withBindOption(changed, word.slice(1), world.out), defaultBindOptions)
  const [name, server] = words
  if (!name || words.length > 2 || argv.includes('-')) return refuse(world, words.length > 2)

  const named = server === undefined ? { servers: defaultServers(world) } : await namedServers(world, server)
  if ('failure' in named) {
    world.err.write(`nslookup: ${named.failure}\n`)
    return 1
  }
  const failed = await lookUp(world, options, { name, servers: named.servers, checkRecursion: server === undefined })
  world.out.write('\n')
  return failed ? 1 : 0
}

const refuse = ({ err }: ToolWorld, tooMany: boolean): number => {
  err.write(tooMany ? usage : "nslookup: kubesim's nslookup has no interactive mode: name a host to look up\n")
  return 1
}

const usage = `Usage:
   nslookup [-opt ...] host          # of the server in resolv.conf
   nslookup [-opt ...] host server   # of this server
`

interface Target {
  readonly name: string
  readonly servers: readonly Server[]
  readonly checkRecursion: boolean
}

/** Asks for A and, if that was not told, for AAAA of the name that A came to; tells whether any reply was an error. */
const lookUp = async (world: ToolWorld, options: BindOptions, target: Target): Promise<boolean> => {
  const lookup = lookupOf(world, options, target)
  const shown: Received[] = []
  const run = (changed: Lookup, noneBefore: boolean) => {
    const events = eventsFor(world, options, noneBefore)
    const message = (received: Received): void => {
      shown.push(received)
      events.message(received)
    }
    return runLookup(world, changed, { ...events, message })
  }
  const first = await run(lookup, false)
  if (first?.reply.rcode === 'NOERROR' && !options.typed && lookup.type === 'A') {
    const end = relative(endOfCnames(first.reply, first.query.question.name))
    await run({ ...lookup, name: end, type: 'AAAA', search: undefined }, first.reply.answers.length === 0)
  }
  return shown.length === 0 || shown.some(({ reply }) => reply.rcode !== 'NOERROR')
}

const lookupOf = (world: ToolWorld, options: BindOptions, { name, servers, checkRecursion }: Target): Lookup => {
  const { resolvConf } = world
  const reverse = reverseArgument(name, true)
  const type = reverse ? 'PTR' : options.type
  return {
    name: reverse ?? name,
    type,
    class: options.class,
    servers,
    port: options.port,
    tcp: options.tcp ?? type === 'ANY',
    flags: { rd: options.recurse, cd: false, ad: false },
    tries: options.tries ?? resolvConf.options.attempts ?? 3,
    timeout: options.timeout ?? resolvConf.options.timeout,
    search: options.search
      ? {
          domains: options.domain === undefined ? resolvConf.search : [options.domain],
          ndots: options.ndots ?? resolvConf.options.ndots,
        }
      : undefined,
    showSearch: options.debug,
    checkRecursion,
    passServfail: options.passServfail,
  }
}

/** `noneBefore`: the A lookup before this one found nothing, which is worth a word if this finds nothing either. */
const eventsFor = ({ out }: ToolWorld, options: BindOptions, noneBefore: boolean): LookupEvents => ({
  warning: text => out.write(`;; ${text}\n`),
  comment: text => out.write(`;; ${text}\n`),
  message: received => out.write(replyText(received, options, noneBefore)),
  received: () => undefined,
  unreachable: () => out.write(';; no servers could be reached\n'),
})

const replyText = (received: Received, { typed, debug }: BindOptions, noneBefore: boolean): string => {
  const { lookup, server, query, reply } = received
  const opens = typed || lookup.type === 'A'
  const head = opens ? `Server:\t\t${server.calledAs}\nAddress:\t${server.address}#${lookup.port}\n\n` : ''
  const detail = debug ? debugText(received) : ''
  if (reply.rcode !== 'NOERROR') {
    return `${head}${detail}** server can't find ${relative(query.question.name)}: ${reply.rcode}\n`
  }
  const hedge = !reply.flags.aa && opens ? 'Non-authoritative answer:\n' : ''
  const nothing = typed || (lookup.type === 'AAAA' && noneBefore)
  const answer = reply.answers.length
    ? sectionText(reply.answers, true)
    : nothing
      ? `*** Can't find ${lookup.name}: No answer\n`
      : ''
  const referral =
    !reply.flags.aa && lookup.type !== 'A' && lookup.type !== 'AAAA'
      ? `\nAuthoritative answers can be found from:\n${sectionText(reply.authority, false)}${sectionText(reply.additional, false)}`
      : ''
  return `${head}${detail}${hedge}${answer}${referral}`
}
