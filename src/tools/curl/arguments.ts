import { flags, longOf, type NumberKind } from './flags.ts'

/** What was typed: flags by their long names, each with its values (an empty one if it takes none), and URLs. */
export interface Typed {
  readonly values: ReadonlyMap<string, readonly string[]>
  readonly urls: readonly string[]
}

/** Words that curl does not take, in its words. */
export class CurlUsageError extends Error {
  override readonly name = 'CurlUsageError'
}

/** Reads curl's words. Throws CurlUsageError. */
export const readWords = (argv: readonly string[]): Typed => {
  const values = new Map<string, readonly string[]>()
  const urls: string[] = []
  const words = [...argv]
  const add = (name: string, value: string): void => {
    if (name === 'url') urls.push(value)
    else values.set(name, [...(values.get(name) ?? []), value])
  }
  const take = (name: string, typed: string, inline: string | undefined): void => {
    const flag = flags[name]
    const value = !flag || flag.kind === 'none' ? '' : (inline ?? words.shift())
    if (value === undefined) throw new CurlUsageError(`option ${typed}: requires parameter`)
    const fault = flag?.number && faultOf(value, flag.number)
    if (fault) throw new CurlUsageError(`option ${typed}: expected a ${fault} numerical parameter`)
    add(name, value)
  }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '--') urls.push(...words.splice(0))
    else if (word.startsWith('--')) takeLong(word, take, name => values.delete(name))
    else if (word.startsWith('-') && word.length > 1) takeShort(word, take)
    else urls.push(word)
  }
  return { values, urls }
}

/** What a number should have been; undefined if it is as it should be. */
const faultOf = (value: string, kind: NumberKind): 'proper' | 'positive' | undefined => {
  const form = kind === 'seconds' ? /^-?\d+(\.\d*)?$/ : /^-?\d+$/
  if (!form.test(value)) return 'proper'
  return Number(value) < (kind === 'limit' ? -1 : 0) ? 'positive' : undefined
}

type Take = (name: string, typed: string, inline: string | undefined) => void

/** curl takes an unambiguous beginning for the whole word, and `--no-` before a switch. */
const takeLong = (word: string, take: Take, switchOff: (name: string) => void): void => {
  const name = word.slice(2)
  const names = Object.keys(flags)
  const matches = names.filter(candidate => candidate.startsWith(name))
  const found = Object.hasOwn(flags, name) ? name : matches.length === 1 ? matches[0] : undefined
  if (found) take(found, word, undefined)
  else if (name.startsWith('no-') && flags[name.slice(3)]?.kind === 'none') switchOff(name.slice(3))
  else throw unknownWord(word, matches.length)
}

const unknownWord = (word: string, matches: number): CurlUsageError =>
  new CurlUsageError(`option ${word}: is ${matches > 1 ? 'ambiguous' : 'unknown'}`)

/** `-sSv`, `-o/dev/null`, `-XPOST`: what follows a letter that takes a value is the value. */
const takeShort = (word: string, take: Take): void => {
  for (let at = 1; at < word.length; at++) {
    const name = longOf(word.charAt(at))
    if (name === undefined) throw new CurlUsageError(`option ${word}: is unknown`)
    const takesRest = flags[name]?.kind !== 'none'
    take(name, `-${word.charAt(at)}`, takesRest ? word.slice(at + 1) || undefined : undefined)
    if (takesRest) return
  }
}
