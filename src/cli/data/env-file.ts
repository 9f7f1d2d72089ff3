import { isUtf8 } from 'node:buffer'
import { isEnvName } from '../../api/validation/keys.ts'
import { goQuote } from '../../util/go-quote.ts'
import type { World } from '../world/world.ts'
import { isFolder, readBytes } from './files.ts'
import type { DataEntry } from './sources.ts'

/**
 * The lines `KEY=VALUE` of a file; a KEY alone takes its value of the environment. `what` is named in the refusal of
 * folders.
 */
export const envFileEntries = (path: string, what: string, world: World): readonly DataEntry[] => {
  if (isFolder(path, world)) throw new Error(`env ${what} file cannot be a directory`)
  return linesOf(readBytes(path, world)).flatMap((line, index) => {
    if (isUtf8(line)) return envEntry(line.toString().trimStart(), world)
    throw new Error(`env file ${path} contains invalid utf8 bytes at line ${index + 1}: [${line.join(' ')}]`)
  })
}

const linesOf = (bytes: Buffer): readonly Buffer[] =>
  bytes
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .split(/\r?\n/)
    .map(line => Buffer.from(line, 'latin1'))

const envEntry = (line: string, { env }: World): readonly DataEntry[] => {
  if (line === '' || line.startsWith('#')) return []
  const equals = line.indexOf('=')
  const key = equals < 0 ? line : line.slice(0, equals)
  const faults = isEnvName(key)
  if (faults.length > 0) throw new Error(`${goQuote(key)} is not a valid key name: ${faults.join(';')}`)
  return [{ key, value: Buffer.from(equals < 0 ? (env[key] ?? '') : line.slice(equals + 1)) }]
}
