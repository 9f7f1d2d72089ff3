import { fillGroups, goRegExp } from '../go-regexp.ts'
import { fqdn, lower } from '../names.ts'
import { answerChanges } from './answer-changes.ts'
import { asked, changeTarget, type RecordChange, type RewriteRule } from './rule.ts'

/** The parts of `rewrite name [KIND] FROM TO [answer ...]`. */
interface NameRule {
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly answer: readonly string[]
}

/** A rule that changes the name asked for. Throws for arguments that make none. */
export const nameRule = (args: readonly string[], continues: boolean): RewriteRule => {
  const rule = partsOf(args)
  const change = changeOf(rule)
  const { auto, changes } = answerChanges(rule.kind, rule.answer)
  const suffix = rule.kind === 'suffix' && auto ? backward(endingWith(rule.to, rule.from)) : []
  const isReverted = rule.kind === 'exact' || (auto && rule.kind !== 'suffix')
  return {
    continues,
    apply(query) {
      const { name } = query.question
      const target = change(lower(name))
      if (target === undefined) return undefined
      const own = isReverted ? backward(below(target, lower(name))) : suffix
      return { query: asked(query, { name: fqdn(target) }), records: [...own, ...changes] }
    },
  }
}

const partsOf = (args: readonly string[]): NameRule => {
  const [first = '', second = '', third = ''] = args
  if (args.length < 2) throw new Error('too few arguments for a name rule')
  if (args.length === 2) return { kind: 'exact', from: lower(fqdn(first)), to: lower(fqdn(second)), answer: [] }
  const kind = lower(first)
  const whole = (text: string): string => lower(fqdn(text))
  return { kind, from: kind === 'regex' ? second : whole(second), to: whole(third), answer: args.slice(3) }
}

const changeOf = ({ kind, from, to }: NameRule): ((name: string) => string | undefined) => {
  switch (kind) {
    case 'exact':
      return name => (name === from ? to : undefined)
    case 'prefix':
      return name => (name.startsWith(from) ? to + name.slice(from.length) : undefined)
    case 'suffix':
      return name => (name.endsWith(from) ? name.slice(0, -from.length) + to : undefined)
    case 'substring':
      return name => (name.includes(from) ? name.replaceAll(from, () => to) : undefined)
    case 'regex':
      return byPattern(from, to)
  }
  throw new Error(
    `name rule supports only exact, prefix, suffix, substring, and regex name matching, received: ${kind}`,
  )
}

const byPattern = (from: string, to: string): ((name: string) => string | undefined) => {
  const pattern = compiled(from)
  return name => {
    const match = pattern.exec(name)
    return match ? fillGroups(to, match) : undefined
  }
}

const compiled = (from: string): RegExp => {
  try {
    return goRegExp(from)
  } catch {
    throw new Error(`invalid regex matching pattern: ${from}`)
  }
}

const endingWith =
  (end: string, other: string) =>
  (text: string): string =>
    lower(text).endsWith(end) ? text.slice(0, -end.length) + other : text

// The name itself and names below it; the name comes back in lower case, whatever case it was asked in.
const below =
  (from: string, to: string) =>
  (text: string): string =>
    text === from ? to : text.endsWith(`.${from}`) ? text.slice(0, -from.length) + to : text

const backward = (change: (name: string) => string): readonly RecordChange[] => [
  item => ({ ...item, name: change(item.name) }),
  item => changeTarget(item, change),
]
