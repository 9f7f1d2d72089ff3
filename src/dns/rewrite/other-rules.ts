import { goRegExp } from '../go-regexp.ts'
import type { Query } from '../message.ts'
import { fqdn, lower } from '../names.ts'
import { rcodeNamed } from '../rcodes.ts'
import { classCode, typeCode } from '../wire/types.ts'
import { asked, type RewriteRule } from './rule.ts'

/** `rewrite type FROM TO` and `rewrite class FROM TO`. */
export const fieldRule = (field: 'type' | 'class', args: readonly string[], continues: boolean): RewriteRule => {
  const [from = '', to = ''] = args.map(word => word.toUpperCase())
  if (args.length !== 2) throw new Error(`${field} rules must have exactly two arguments`)
  const code = field === 'type' ? typeCode : classCode
  const unknown = [from, to].find(word => code(word) === undefined)
  if (unknown !== undefined) throw new Error(`invalid ${field} "${unknown.toLowerCase()}"`)
  return {
    continues,
    apply: query =>
      query.question[field] === from ? { query: asked(query, { [field]: to }), records: [] } : undefined,
  }
}

type NameTest = (query: Query) => boolean

// `[exact|prefix|suffix|substring|regex] NAME`, then what is left.
const nameTest = (args: readonly string[]): { readonly test: NameTest; readonly rest: readonly string[] } => {
  const kinds = ['exact', 'prefix', 'suffix', 'substring', 'regex']
  const kind = kinds.find(word => word === args[0])
  const [text = '', ...rest] = kind ? args.slice(1) : args
  return { test: query => tests[kind ?? 'exact']?.(lower(query.question.name), text) ?? false, rest }
}

const tests: Readonly<Record<string, (name: string, text: string) => boolean>> = {
  exact: (name, text) => name === lower(fqdn(text)),
  prefix: (name, text) => name.startsWith(lower(text)),
  suffix: (name, text) => name.endsWith(lower(fqdn(text))),
  substring: (name, text) => name.includes(lower(text)),
  regex: (name, text) => goRegExp(text).test(name),
}

/** `rewrite ttl [KIND] NAME SECONDS|LEAST-MOST`. */
export const ttlRule = (args: readonly string[], continues: boolean): RewriteRule => {
  const { test, rest } = nameTest(args)
  const [, least, most = least] = /^(\d{1,10})?(?:-(\d{1,10})?)?$/.exec(rest[0] ?? '') ?? []
  if (rest[0] === undefined || (least === undefined && most === undefined)) throw new Error(`invalid ttl rule`)
  const isRange = rest[0].includes('-')
  const [low, high] = [Number(least ?? 0), isRange && rest[0].endsWith('-') ? 2 ** 31 - 1 : Number(most)]
  return {
    continues,
    apply: query =>
      test(query)
        ? { query, records: [item => ({ ...item, ttl: Math.min(Math.max(item.ttl, low), high) })] }
        : undefined,
  }
}

/** `rewrite rcode [KIND] NAME FROM TO`. */
export const rcodeRule = (args: readonly string[], continues: boolean): RewriteRule => {
  const { test, rest } = nameTest(args)
  const [from, to] = rest.map(rcodeNamed)
  if (from === undefined || to === undefined) throw new Error('invalid rcode rule')
  return {
    continues,
    apply: query =>
      test(query)
        ? { query, records: [], reply: reply => (reply.rcode === from ? { ...reply, rcode: to } : reply) }
        : undefined,
  }
}
