import type { Answer } from '../answer.ts'
import type { Question, ResourceRecord } from '../message.ts'
import { lower } from '../names.ts'

/** How long an answer is kept, and in which half of the cache. */
export type CacheClass = 'success' | 'denial' | 'failure' | 'never'

/** What the cache makes of an answer: RFC 2308, and a CNAME chain that leads to nothing is no success. */
export const classify = ({ rcode, tc, answers, authority }: Answer, question: Question): CacheClass => {
  if (question.type === 'AXFR' || question.type === 'IXFR') return 'never'
  const hasSoa = authority.some(({ type }) => type === 'SOA')
  if (rcode === 'SERVFAIL' || rcode === 'NOTIMP') return tc ? 'never' : 'failure'
  if (rcode === 'NXDOMAIN') return hasSoa && answers.length === 0 && !tc ? 'denial' : 'never'
  if (rcode !== 'NOERROR' || tc) return 'never'
  if (answers.length === 0) return hasSoa ? 'denial' : 'success'
  if (hasAnswer(answers, question)) return 'success'
  return hasSoa ? 'denial' : 'never'
}

const hasAnswer = (answers: readonly ResourceRecord[], { name, type }: Question): boolean => {
  if (type === 'ANY') return answers.some(item => lower(item.name) === lower(name))
  if (type === 'CNAME') return answers.some(item => item.type === 'CNAME' && lower(item.name) === lower(name))
  const end = lastName(answers, name)
  return answers.some(item => item.type === type && lower(item.name) === end)
}

const lastName = (answers: readonly ResourceRecord[], name: string): string | undefined => {
  const seen = new Set<string>()
  let current = lower(name)
  for (;;) {
    if (seen.has(current)) return undefined
    seen.add(current)
    const alias = answers.find(item => item.type === 'CNAME' && lower(item.name) === current)
    if (!alias) return current
    current = lower(alias.data)
  }
}

/** The time to live of a whole answer: the lowest in it, within the limits; 5 s if it has no record. */
export const lifetime = (reply: Answer, { least, most }: { readonly least: number; readonly most: number }): number => {
  const records = [...reply.answers, ...reply.authority, ...reply.additional]
  const lowest = records.length === 0 ? 5 : records.reduce((ttl, item) => Math.min(ttl, item.ttl), most)
  return Math.min(Math.max(lowest, least), most)
}
