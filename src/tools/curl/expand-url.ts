import { ipVersion } from '../../util/ip.ts'
import { CurlError } from './curl-error.ts'

/** One URL of a pattern, and what its sets stand for in it: `#1` in a name of -o is the first of them. */
export interface Expanded {
  readonly url: string
  readonly parts: readonly string[]
}

/** The URLs that one with `{a,b}`, `[1-3]` or `[a-c:2]` in it stands for. Throws CurlError. */
export const expandUrl = (url: string): readonly Expanded[] => {
  let expanded: readonly Expanded[] = [{ url: '', parts: [] }]
  for (let at = 0; at < url.length; ) {
    const { choices, isSet, end } = pieceAt(url, at)
    expanded = expanded.flatMap(({ url, parts }) =>
      choices.map(choice => ({ url: url + choice, parts: isSet ? [...parts, choice] : parts })),
    )
    at = end
  }
  return expanded
}

interface Piece {
  readonly choices: readonly string[]
  readonly isSet: boolean
  /** Where the next piece begins. */
  readonly end: number
}

const pieceAt = (url: string, at: number): Piece => {
  const [whole = '', literal] = /^(?:\\([{}[\]])|\[\]|[^{}[\]\\]+|\\|\[([0-9a-fA-F:.]+)\])/.exec(url.slice(at)) ?? []
  const address = /^\[(.+)\]$/.exec(whole)?.[1]
  if (whole !== '' && (address === undefined || ipVersion(address) === 6)) {
    return { choices: [literal ?? whole], isSet: false, end: at + whole.length }
  }
  if (url[at] === '{') return setAt(url, at)
  if (url[at] === '[') return rangeAt(url, at)
  throw badGlob('unmatched close brace/bracket', url, at)
}

const setAt = (url: string, open: number): Piece => {
  let word = ''
  const choices: string[] = []
  for (let at = open + 1; at < url.length; at++) {
    const sign = url.charAt(at)
    if (sign === '{' || sign === '[') throw badGlob('nested brace', url, at)
    if (sign === ']') throw badGlob('unexpected close bracket', url, at)
    if (sign === '}' && at === open + 1) throw badGlob('empty string within braces', url, at)
    if (sign !== ',' && sign !== '}') {
      if (sign === '\\' && /^[{}[\],]/.test(url.slice(at + 1))) at++
      word += url.charAt(at)
      continue
    }
    choices.push(word)
    word = ''
    if (sign === '}') return { choices, isSet: true, end: at + 1 }
  }
  throw badGlob('unmatched brace', url, open)
}

/** A range that is none is blamed where its reading ended: behind its bracket, or where the first number is. */
const rangeAt = (url: string, open: number): Piece => {
  const rest = url.slice(open + 1)
  const isLetter = /^[a-zA-Z]/.test(rest)
  if (!isLetter && !/^\d/.test(rest)) throw badGlob('bad range specification', url, open + 1)
  const form = isLetter ? /^([a-zA-Z])-([a-zA-Z])(?::(\d+))?\]/ : /^(\d+)-(\d+)(?::(\d+))?\]/
  const [whole, from = '', to = '', step = '1'] = form.exec(rest) ?? []
  if (whole === undefined) throw badGlob('bad range', url, open + 1 + readOf(rest))
  const [first, last] = isLetter ? [from.charCodeAt(0), to.charCodeAt(0)] : [Number(from), Number(to)]
  const end = open + 1 + whole.length
  const isOneCase = !isLetter || /[a-z]/.test(from) === /[a-z]/.test(to)
  const isStep = isOneCase && Number(step) > 0 && (first === last ? step === '1' : Number(step) <= last - first)
  if (!isStep) throw badGlob('bad range', url, end)
  const count = Math.floor((last - first) / Number(step)) + 1
  const values = Array.from({ length: count }, (_, index) => first + index * Number(step))
  return {
    choices: values.map(value => (isLetter ? String.fromCharCode(value) : padded(value, from))),
    isSet: true,
    end,
  }
}

/** How far curl reads a range of numbers before it finds that it is none: to the second number, or to the step. */
const readOf = (rest: string): number => /^\d+-(?:\d+:)?/.exec(rest)?.[0].length ?? 0

/** `08-10` keeps its zeros. */
const padded = (value: number, like: string): string =>
  String(value).padStart(like.startsWith('0') ? like.length : 0, '0')

const badGlob = (what: string, url: string, at: number): CurlError =>
  new CurlError(3, `${what} in URL position ${at + 1}:\n${url}\n${' '.repeat(at)}^`)
