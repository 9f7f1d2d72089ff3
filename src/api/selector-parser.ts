import { by, compareBytes } from '../util/compare.ts'
import type { LabelSelector } from './generated/types.ts'
import type { Labels } from './meta.ts'
import {
  checkKey,
  printRequirement,
  type Requirement,
  requirement,
  requirementsOf,
  SelectorError,
  type SelectorOperator,
  satisfies,
} from './selector-requirement.ts'
import { type Token, tokens } from './selector-tokens.ts'

/** What `-l` says, sorted by key; nothing in it picks everything. */
export type Selector = readonly Requirement[]

export const matchesSelector = (selector: Selector, labels: Labels | undefined): boolean =>
  selector.every(term => satisfies(term, labels ?? {}))

export const printSelector = (selector: Selector): string => selector.map(printRequirement).join(',')

/** `app=web,tier in (a,b)` for a selector as objects have it; `<none>` for an empty one, `<error>` as upstream. */
export const formatLabelSelector = (selector: LabelSelector | undefined): string => {
  if (selector === undefined) return '<none>'
  try {
    return printSelector(requirementsOf(selector)) || '<none>'
  } catch (error) {
    if (error instanceof SelectorError) return '<error>'
    throw error
  }
}

/** Reads a selector's text, throws SelectorError in the server's words. */
export const parseSelector = (text: string): Selector => {
  const reader = readerOf(tokens(text))
  const terms: Requirement[] = []
  while (reader.peek().kind !== 'end') {
    if (!startsTerm(reader.peek())) fail(reader.peek(), "!, identifier, or 'end of string'")
    terms.push(parseTerm(reader))
    const after = reader.next()
    if (after.kind === 'end') break
    if (after.kind !== ',') fail(after, "',' or 'end of string'")
    if (!startsTerm(reader.peek())) fail(reader.peek(), "identifier after ','")
  }
  return terms.toSorted(by(term => term.key))
}

interface Reader {
  peek(): Token
  next(): Token
}

const readerOf = (list: readonly Token[]): Reader => {
  let position = 0
  const peek = (): Token => list[position] ?? { kind: 'end', text: '' }
  const next = (): Token => {
    const token = peek()
    position += 1
    return token
  }
  return { peek, next }
}

const fail = ({ text }: Token, expected: string): never => {
  throw new SelectorError(`found '${text}', expected: ${expected}`)
}

// `in` and `notin` are operators only where an operator stands.
const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'in' || kind === 'notin'
const startsTerm = (token: Token): boolean => isWord(token) || token.kind === '!'
const endsTerm = ({ kind }: Token): boolean => kind === 'end' || kind === ','

const parseTerm = (reader: Reader): Requirement => {
  try {
    return parseRequirement(reader)
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error
    throw new SelectorError(`unable to parse requirement: ${error.message}`)
  }
}

const parseRequirement = (reader: Reader): Requirement => {
  const negated = reader.peek().kind === '!'
  if (negated) reader.next()
  const key = reader.next()
  if (!isWord(key)) fail(key, 'identifier')
  checkKey(key.text)
  if (negated) return requirement(key.text, '!')
  if (endsTerm(reader.peek())) return requirement(key.text, 'exists')

  const token = reader.next()
  const operator = operators[token.kind] ?? fail(token, 'in, notin, =, ==, !=, gt, lt')
  const values = operator === 'in' || operator === 'notin' ? parseValues(reader) : [parseValue(reader)]
  return requirement(key.text, operator, [...new Set(values)].toSorted(compareBytes))
}

const operators: { readonly [kind in Token['kind']]?: SelectorOperator } = {
  in: 'in',
  notin: 'notin',
  '=': '=',
  '==': '==',
  '!=': '!=',
  '>': 'gt',
  '<': 'lt',
}

const parseValue = (reader: Reader): string => {
  if (endsTerm(reader.peek())) return ''
  const token = reader.next()
  return isWord(token) ? token.text : fail(token, 'identifier')
}

const parseValues = (reader: Reader): string[] => {
  const open = reader.next()
  if (open.kind !== '(') throw new SelectorError(`found '${open.text}' expected: '('`)
  const first = reader.peek()
  if (first.kind === ')') {
    reader.next()
    return ['']
  }
  if (!isWord(first) && first.kind !== ',') fail(first, "',', ')' or identifier")
  return parseList(reader)
}

// A comma with nothing before or behind it stands for the empty value: `(,b)`, `(a,)`, `(a,,b)`.
const parseList = (reader: Reader): string[] => {
  const values: string[] = []
  for (;;) {
    const token = reader.next()
    const after = reader.peek()
    if (isWord(token)) {
      values.push(token.text)
      if (after.kind !== ',' && after.kind !== ')') fail(after, "',' or ')'")
    } else if (token.kind === ',') {
      if (values.length === 0 || after.kind === ')' || after.kind === ',') values.push('')
    } else {
      fail(token, "',', or identifier")
    }
    if (after.kind === ')') {
      reader.next()
      return values
    }
  }
}
