import { after, type Later } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import type { ResourceRecord } from '../message.ts'
import { argumentError, type Directive, definePlugin, lastWord, type PluginContext } from '../plugin.ts'
import { cnameRule } from '../rewrite/cname-rule.ts'
import { edns0Rule } from '../rewrite/edns0-rule.ts'
import { nameRule } from '../rewrite/name-rule.ts'
import { fieldRule, rcodeRule, ttlRule } from '../rewrite/other-rules.ts'
import type { RecordChange, RewriteRule, Rewritten } from '../rewrite/rule.ts'

/** Changes questions on their way in; what was asked is what the reply says was asked. */
export const rewrite = definePlugin({
  name: 'rewrite',

  setupAll(directives, { lookup }) {
    const rules = directives.map(directive => ruleOf(directive, lookup))

    return next => query => {
      let current = query
      const applied: Rewritten[] = []
      for (const rule of rules) {
        const result = rule.apply(current)
        if (!result) continue
        applied.push(result)
        current = result.query
        if (!rule.continues) break
      }
      return applied.length === 0 ? next(query) : after(next(current), reply => reverted(reply, applied))
    }
  },
})

// The last change is undone first.
const reverted = (reply: Answer, applied: readonly Rewritten[]): Later<Answer> => {
  const changes = applied.flatMap(({ records }) => records).toReversed()
  const all = (records: readonly ResourceRecord[]): readonly ResourceRecord[] => records.map(changedBy(changes))
  const { answers, authority, additional } = reply
  const records = { answers: all(answers), authority: all(authority), additional: all(additional) }
  return applied.reduceRight<Later<Answer>>(
    (current, { reply: change }) => (change ? after(current, change) : current),
    { ...reply, ...records },
  )
}

const changedBy =
  (changes: readonly RecordChange[]) =>
  (item: ResourceRecord): ResourceRecord =>
    changes.reduce((current, change) => change(current), item)

type Lookup = PluginContext['lookup']

const ruleOf = (directive: Directive, lookup: Lookup): RewriteRule => {
  const { body, args } = directive
  const words = [...args, ...body.flatMap(line => [line.name, ...line.args])]
  const [first] = words
  if (first === undefined) throw argumentError({ ...directive, lastWord: lastWord(directive) })
  const mode = first.toLowerCase()
  const hasMode = mode === 'continue' || mode === 'stop'
  const [kind, ...rest] = hasMode ? words.slice(1) : words
  if (kind === undefined) throw new Error(`${mode} rule must begin with a rule type`)
  return makeRule({ kind, args: rest, continues: mode === 'continue', lookup })
}

interface Wanted {
  readonly kind: string
  readonly args: readonly string[]
  readonly continues: boolean
  readonly lookup: Lookup
}

const makeRule = ({ kind, args, continues, lookup }: Wanted): RewriteRule => {
  switch (kind.toLowerCase()) {
    case 'name':
      return nameRule(args, continues)
    case 'type':
      return fieldRule('type', args, continues)
    case 'class':
      return fieldRule('class', args, continues)
    case 'ttl':
      return ttlRule(args, continues)
    case 'rcode':
      return rcodeRule(args, continues)
    case 'answer':
      throw new Error('response rewrites must begin with a name rule')
    case 'edns0':
      return edns0Rule(args, continues)
    case 'cname':
      return cnameRule({ args, continues, lookup })
  }
  throw new Error(`invalid rule type "${kind}"`)
}
