import { parseGoDuration, printGoDuration } from '../util/go-duration.ts'
import { parseInteger } from '../util/go-strconv.ts'

/**
 * Reads the value of a flag, as the third argument of commander's `option`; `previous` is what the same flag gave
 * before in this command line. Throws an Error in Go's words. `zero` is how help shows the flag if it has no default.
 */
export interface FlagParser<T> {
  (text: string, previous: T | undefined): T
  readonly zero: string
  /** How help shows a default that is not its own text. */
  show?(value: T): string
}

const flag = <T>(
  zero: string,
  parse: (text: string, previous: T | undefined) => T,
  show?: (value: T) => string,
): FlagParser<T> => Object.assign(parse, show ? { zero, show } : { zero })

/** A whole number, in any of Go's notations. */
export const integer = flag('0', text => parseInteger(text, 64))
export const integer32 = flag('0', text => parseInteger(text, 32))

/** A duration in Go's notation (`90s`, `1m30s`), as milliseconds. */
export const duration = flag('0s', text => parseGoDuration(text), printGoDuration)

/** Values with commas between them, in one flag or in several. */
export const list = flag<readonly string[]>('[]', (text, previous = []) => [...previous, ...splitCommas(text)])

/** One value a flag, commas and all. */
export const repeated = flag<readonly string[]>('[]', (text, previous = []) => [...previous, text])

/** `KEY=VALUE` pairs with commas between them, in one flag or in several. */
export const pairs = flag<Readonly<Record<string, string>>>(
  '',
  (text, previous = {}) => ({ ...previous, ...Object.fromEntries(text.split(',').filter(Boolean).map(readPair)) }),
  () => '',
)

const readPair = (pair: string): [string, string] => {
  const equals = pair.indexOf('=')
  if (equals < 0) throw new Error('malformed pair, expect string=string')
  return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()]
}

// pflag reads such a value as one line of CSV.
const splitCommas = (text: string): string[] => {
  if (text === '') return []
  if (!text.includes('"')) return text.split(',')
  const cells = [...text.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"(?=,|$)|([^,]*))/g)]
  return cells.map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
}
