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
  const text = readBytes(path, world)
    .toString()
    .replace(/^\ufeff/, '')
  return text.split(/\r?\n/).flatMap(line => envEntry(line.trimStart(), world))
}

const envEntry = (line: string, { env }: World): readonly DataEntry[] => {
  if (line === '' || line.startsWith('#')) return []
  const equals = line.indexOf('=')
  const key = equals < 0 ? line : line.slice(0, equals)
  const faults = isEnvName(key)
  if (faults.length > 0) throw new Error(`${goQuote(key)} is not a valid key name: ${faults.join(';')}`)
  return [{ key, value: Buffer.from(equals < 0 ? (env[key] ?? '') : line.slice(equals + 1)) }]
}
