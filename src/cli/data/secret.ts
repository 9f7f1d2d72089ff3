import type { KubeObject } from '../../api/meta.ts'
import { isConfigKey } from '../../api/validation/keys.ts'
import { goQuote } from '../../util/go-quote.ts'
import { contentHash } from './hash.ts'
import type { DataEntry } from './sources.ts'

interface SecretContent {
  readonly name: string
  /** Empty for the server's default. */
  readonly type: string
  readonly entries: readonly DataEntry[]
  readonly appendHash: boolean
}

/** A Secret of these entries. */
export const secretOf = ({ name, type, entries, appendHash }: SecretContent): KubeObject => {
  for (const [index, entry] of entries.entries()) checkEntry(entry, entries.slice(0, index))
  const data = Object.fromEntries(entries.map(({ key, value }) => [key, value.toString('base64')]))
  const fullName = appendHash ? `${name}-${contentHash({ kind: 'Secret', type, name, data })}` : name
  return {
    kind: 'Secret',
    apiVersion: 'v1',
    metadata: { name: fullName },
    ...(entries.length > 0 ? { data } : {}),
    ...(type ? { type } : {}),
  } as KubeObject
}

const checkEntry = ({ key }: DataEntry, before: readonly DataEntry[]): void => {
  const faults = isConfigKey(key)
  if (faults.length > 0) throw new Error(`${goQuote(key)} is not valid key name for a Secret ${faults.join(';')}`)
  if (before.some(other => other.key === key)) {
    throw new Error(`cannot add key ${key}, another key by that name already exists`)
  }
}
