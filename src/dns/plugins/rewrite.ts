import { after } from '../../util/later.ts'
import type { Answer } from '../answer.ts'
import type { ResourceRecord } from '../message.ts'
import { argumentError, type Directive, definePlugin, lastWord } from '../plugin.ts'
import { nameRule } from '../rewrite/name-rule.ts'
import { fieldRule, rcodeRule, ttlRule } from '../rewrite/other-rules.ts'
import type { RecordChange, RewriteRule, Rewritten } from '../rewrite/rule.ts'

/** Changes questions on their way in; what was asked is what the reply says was asked. */
export const rewrite = definePlugin({
  name: 'rewrite',

  setupAll(directives) {
    const rules = directives.map(ruleOf)

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
const reverted = (reply: Answer, applied: readonly Rewritten[]): Answer => {
  const changes = applied.flatMap(({ records }) => records).toReversed()
  const all = (records: readonly ResourceRecord[]): readonly ResourceRecord[] => records.map(changedBy(changes))
  const { answers, authority, additional } = reply
  const records = { answers: all(answers), authority: all(authority), additional: all(additional) }
  return applied.reduceRight<Answer>((current, { reply: change }) => change?.(current) ?? current, {
    ...reply,
    ...records,
  })
}

const changedBy =
  (changes: readonly RecordChange[]) =>
  (item: ResourceRecord): ResourceRecord =>
    changes.reduce((current, change) => change(current), item)

const ruleOf = (directive: Directive): RewriteRule => {
  const { body, args } = directive
  const words = [...args, ...body.flatMap(line => [line.name, ...line.args])]
  const [first] = words
  if (first === undefined) throw argumentError({ ...directive, lastWord: lastWord(directive) })
  const mode = first.toLowerCase()
  const hasMode = mode === 'continue' || mode === 'stop'
  const [kind, ...rest] = hasMode ? words.slice(1) : words
  if (kind === undefined) throw new Error(`${mode} rule must begin with a rule type`)
  return makeRule(kind, rest, mode === 'continue')
}

const makeRule = (kind: string, args: readonly string[], continues: boolean): RewriteRule => {
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
    case 'cname':
      throw new Error(`rewrite of ${kind} is not simulated`)
  }
  throw new Error(`invalid rule type "${kind}"`)
}
