import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import { normalizeZones } from '../corefile/normalize.ts'
import type { Query } from '../message.ts'
import { matchZone } from '../names.ts'
import { type Directive, definePlugin } from '../plugin.ts'
import { messageSize, querySize } from '../wire/size.ts'

/** Logs every query: client, question, answer's code, flags, size and time. */
export const log = definePlugin({
  name: 'log',

  setupAll(directives, { log: write }) {
    const rules = directives.map(ruleOf)

    const report = (query: Query, reply: Answer): Answer => {
      const rule = rules.find(({ zones }) => matchZone(zones, query.question.name) !== undefined)
      if (rule && (rule.classes.includes('all') || rule.classes.includes(classOf(reply)))) {
        write(`[INFO] ${lineOf(query, reply)}`)
      }
      return reply
    }
    return next => query => after(next(query), reply => report(query, reply))
  },
})

const ruleOf = ({ args, body }: Directive): { zones: readonly string[]; classes: readonly string[] } => {
  const classes = body.filter(({ name }) => name === 'class').flatMap(line => line.args)
  const zones = args.filter(arg => !arg.includes('{')).flatMap(normalizeZones)
  return { zones: zones.length === 0 ? ['.'] : zones, classes: classes.length === 0 ? ['all'] : classes }
}

const classOf = ({ rcode, answers }: Answer): string => {
  if (rcode === 'NXDOMAIN') return 'denial'
  if (rcode !== 'NOERROR') return 'error'
  return answers.length === 0 ? 'denial' : 'success'
}

const lineOf = (query: Query, reply: Answer): string => {
  const { question, source, transport, edns, id } = query
  const client = source.address.includes(':')
    ? `[${source.address}]:${source.port}`
    : `${source.address}:${source.port}`
  const asked = `${question.type} ${question.class} ${question.name.toLowerCase()} ${transport} ${querySize(query)} ${
    edns?.dnssecOk ?? false
  } ${Math.max(edns?.udpSize ?? 512, 512)}`
  return `${client} - ${id} "${asked}" ${answered(query, reply)} ${seconds(reply)}s`
}

// What no plugin has written has neither code nor size here; the log stands before the answer is cut to the client.
const answered = (query: Query, reply: Answer): string => {
  if (!reply.written) return '- - 0'
  const { aa, tc, ra, ad } = reply
  const { rd, cd } = query.flags
  const flags = ['qr', aa && 'aa', tc && 'tc', rd && 'rd', ra && 'ra', ad && 'ad', cd && 'cd'].filter(Boolean).join(',')
  return `${reply.rcode} ${flags} ${messageSize({ ...query, edns: undefined }, reply)}`
}

// Time stands still while the server works; a tenth of a millisecond is what its own work takes on a real one.
const seconds = ({ milliseconds }: Answer): string => (milliseconds / 1000 + 0.0001).toFixed(9)
