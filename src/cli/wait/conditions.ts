import type { KubeObject } from '../../api/meta.ts'
import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'
import { hasCondition } from './condition.ts'
import { pathCheck } from './json-path.ts'

/** What an object is waited to be. */
export type Condition =
  | { readonly kind: 'create' | 'delete' }
  | { readonly kind: 'state'; isMet(object: KubeObject): boolean }

/** Reads the values of --for. */
export const parseConditions = (words: readonly string[]): readonly Condition[] => {
  if (words.length === 0) throw new Failure('unrecognized condition: []')
  return words.map(parseCondition)
}

const parseCondition = (word: string): Condition => {
  const lower = word.toLowerCase()
  if (lower === 'delete' || lower === 'create') return { kind: lower }
  if (word.startsWith('jsonpath=')) return { kind: 'state', isMet: pathCheck(word.slice('jsonpath='.length)) }
  if (!word.startsWith('condition=')) throw new Failure(`unrecognized condition: ${goQuote(word)}`)
  const [, type = '', value = 'true'] = /^condition=([^=]*)(?:=(.*))?$/s.exec(word) ?? []
  return { kind: 'state', isMet: object => hasCondition(object, type, value) }
}
