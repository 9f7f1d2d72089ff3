import { argumentError } from './corefile-error.ts'
import { type Directive, lastWord } from './directive.ts'

/** A line with too many or too few arguments. */
export const wrongArguments = (line: Directive): Error => argumentError({ ...line, lastWord: lastWord(line) })

/** The only argument of a line. */
export const oneArgument = (line: Directive): string => {
  const [first] = line.args
  if (first === undefined || line.args.length > 1) throw wrongArguments(line)
  return first
}

/** The first argument of a line; more may follow. */
export const firstArgument = (line: Directive): string => {
  const [first] = line.args
  if (first === undefined) throw wrongArguments(line)
  return first
}

/** A whole number as Go's strconv.Atoi reads it. */
export const atoi = (text: string): number => {
  if (!/^[+-]?\d+$/.test(text)) throw new Error(`strconv.Atoi: parsing "${text}": invalid syntax`)
  return Number(text)
}

/** Checks an address to listen on, in the words of Go's net.SplitHostPort. */
export const checkHostPort = (text: string): void => {
  const bare = text.replace(/^\[[^\]]*\]/, '')
  const colons = bare.split(':').length - 1
  if (colons === 0) throw new Error(`address ${text}: missing port in address`)
  if (colons > 1) throw new Error(`address ${text}: too many colons in address`)
}
