import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import { wrongArguments } from '../corefile/values.ts'
import { type LogFormat, logFormat } from '../log-format.ts'
import type { Query } from '../message.ts'
import { fqdn, isWithin, lower } from '../names.ts'
import { CorefileError, type Directive, definePlugin } from '../plugin.ts'

/** Logs queries: client, question, answer's code, flags, size and time. The first line whose zone fits decides. */
export const log = definePlugin({
  name: 'log',

  setupAll(directives, { log: write }) {
    const rules = directives.flatMap(rulesOf)

    const report = (rule: Rule, query: Query, reply: Answer): Answer => {
      if (rule.classes.includes('all') || rule.classes.includes(classOf(reply))) {
        write(`[INFO] ${rule.format(query, reply)}`)
      }
      return reply
    }
    return next => query => {
      const name = lower(query.question.name)
      const rule = rules.find(({ zone }) => isWithin(zone, name))
      return rule ? after(next(query), reply => report(rule, query, reply)) : next(query)
    }
  },
})

interface Rule {
  readonly zone: string
  readonly format: LogFormat
  readonly classes: readonly string[]
}

// A format is the last of several words, if it has a brace in it.
const rulesOf = ({ args, body }: Directive): readonly Rule[] => {
  const last = args.length > 1 ? args.at(-1) : undefined
  const text = last?.includes('{') ? last : undefined
  const format = logFormat(text)
  const zones = text === undefined ? args : args.slice(0, -1)
  const classes = body.flatMap(classesOf)
  return (zones.length === 0 ? ['.'] : zones).map(zone => ({
    zone: lower(fqdn(zone)),
    format,
    classes: classes.length === 0 ? ['all'] : classes,
  }))
}

const known = ['all', 'success', 'denial', 'error']

const classesOf = (line: Directive): readonly string[] => {
  if (line.name !== 'class') throw new CorefileError(line, `unknown property '${line.name}'`)
  if (line.args.length === 0) throw wrongArguments(line)
  const foreign = line.args.find(word => !known.includes(word))
  if (foreign !== undefined) throw new Error(`invalid Class: ${foreign}`)
  return line.args
}

const classOf = ({ rcode, answers, authority }: Answer): string => {
  if (rcode === 'NOERROR')
    return answers.length === 0 && authority.some(({ type }) => type === 'SOA') ? 'denial' : 'success'
  return rcode === 'NXDOMAIN' && answers.length === 0 ? 'denial' : 'error'
}
