import type { Command } from 'commander'
import { list, repeated } from '../flags.ts'

/** Where the entries of a ConfigMap or Secret come from. */
export interface DataFlags {
  readonly fromFile: readonly string[]
  readonly fromLiteral: readonly string[]
  readonly fromEnvFile: readonly string[]
}

export interface DataEntry {
  readonly key: string
  readonly value: Buffer
}

/** Adds `--from-file`, `--from-literal` and `--from-env-file`. */
export const declareData = (command: Command): Command =>
  command
    .option('--from-file <files>', 'A file, KEY=FILE, or a folder: each of its files is an entry.', list, [])
    .option('--from-literal <pair>', 'An entry and its value: KEY=VALUE; may be repeated.', repeated, [])
    .option('--from-env-file <files>', 'A file with a line KEY=VALUE for each entry.', list, [])

export const checkData = ({ fromFile, fromLiteral, fromEnvFile }: DataFlags): void => {
  if (fromEnvFile.length > 0 && (fromFile.length > 0 || fromLiteral.length > 0)) {
    throw new Error('from-env-file cannot be combined with from-file or from-literal')
  }
}

/** `KEY=VALUE`, of which the value may be empty and have more `=`. */
export const literalEntry = (text: string): DataEntry => {
  const equals = text.indexOf('=')
  if (equals <= 0) throw new Error(`invalid literal source ${text}, expected key=value`)
  return { key: text.slice(0, equals), value: Buffer.from(text.slice(equals + 1)) }
}
