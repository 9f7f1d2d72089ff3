import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import { fillGroups, goRegExp } from '../go-regexp.ts'
import { fqdn, lower } from '../names.ts'
import type { PluginContext } from '../plugin.ts'
import type { RewriteRule } from './rule.ts'

type Change = (target: string) => string | undefined

interface CnameRule {
  readonly args: readonly string[]
  readonly continues: boolean
  readonly lookup: PluginContext['lookup']
}

/** `rewrite cname [KIND] FROM TO`: another target of an alias in the answer, and what is found under that one. */
export const cnameRule = ({ args, continues, lookup }: CnameRule): RewriteRule => {
  if (args.length < 2 || args.length > 3) throw new Error(`too few (${args.length}) arguments for a cname rule`)
  const [kind = 'exact', from = '', to = ''] = args.length === 2 ? ['exact', ...args] : args
  const change = changeOf(lower(kind), lower(from), lower(to))
  return {
    continues,
    apply: query => ({
      query,
      records: [],
      reply(reply) {
        const at = reply.answers.findIndex(({ type, data }) => type === 'CNAME' && change(data) !== undefined)
        const alias = reply.answers[at]
        const target = alias && change(alias.data)
        if (!alias || target === undefined) return reply
        const aliases = reply.answers.slice(0, at).filter(({ type }) => type === 'CNAME')
        const changed = [...aliases, { ...alias, data: target }]
        return after(lookup(query, target, query.question.type), found => withTarget(reply, changed, found))
      },
    }),
  }
}

const withTarget = (reply: Answer, aliases: Answer['answers'], found: Answer): Answer => ({
  ...reply,
  answers: [...aliases, ...found.answers],
  tc: found.tc,
  milliseconds: reply.milliseconds + found.milliseconds,
})

const changeOf = (kind: string, from: string, to: string): Change => {
  switch (kind) {
    case 'exact':
      return target => (target === fqdn(from) ? fqdn(to) : undefined)
    case 'prefix':
      return target => (target.startsWith(from) ? to + target.slice(from.length) : undefined)
    case 'suffix':
      return target => (target.endsWith(from) ? target.slice(0, target.length - from.length) + to : undefined)
    case 'substring':
      return target => (target.includes(from) ? target.replaceAll(from, () => to) : undefined)
    case 'regex':
      return byPattern(from, to)
  }
  throw new Error(`unknown cname rewrite type: ${kind}`)
}

const byPattern = (from: string, to: string): Change => {
  const pattern = goRegExp(from)
  return target => {
    const match = pattern.exec(target)
    return match ? fillGroups(to, match) : undefined
  }
}
