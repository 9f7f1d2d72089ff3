import { compareBytes } from '../util/compare.ts'
import { goQuote } from '../util/go-quote.ts'
import { type FormatEntry, formats } from './index.ts'
import { PrinterError } from './printer.ts'

/** What `-o` asked for: `wide` has no entry, for tables are the caller's. */
export interface SelectedFormat {
  readonly name: string
  /** What stands behind the `=`, or the text of --template. */
  readonly argument: string
  readonly entry?: FormatEntry
}

/**
 * Takes the value of `-o` apart and finds its format among the `allowed` words (`wide` may be one of them).
 * `template` is the value of --template: it wins over the text behind the `=`.
 */
export const selectFormat = (output: string, allowed: readonly string[], template = ''): SelectedFormat => {
  const equals = output.indexOf('=')
  const word = equals < 0 ? output : output.slice(0, equals)
  if (word === 'wide' && equals < 0 && allowed.includes(word)) return { name: word, argument: '' }
  const entry = formats.find(candidate => matches(candidate, word, equals >= 0))
  if (!entry || !allowed.includes(entry.name)) throw noCompatiblePrinter(output, allowed)
  return { name: entry.name, argument: template || (equals < 0 ? '' : output.slice(equals + 1)), entry }
}

/** The refusal of an output format, with the words that are allowed in its place. */
export const noCompatiblePrinter = (output: string, allowed: readonly string[]): PrinterError => {
  const list = [...allowed].sort(compareBytes).join(',')
  return new PrinterError(
    `unable to match a printer suitable for the output format ${goQuote(output)}, allowed formats are: ${list}`,
  )
}

const matches = ({ name, anyCase, takesTemplate }: FormatEntry, word: string, hasTemplate: boolean): boolean =>
  name === (anyCase ? word.toLowerCase() : word) && (takesTemplate === true || !hasTemplate)
