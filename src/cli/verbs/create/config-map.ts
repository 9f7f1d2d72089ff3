import { isUtf8 } from 'node:buffer'
import { isConfigKey } from '../../../api/validation/keys.ts'
import { goQuote } from '../../../util/go-quote.ts'
import { envFileEntries } from '../../data/env-file.ts'
import { fileEntries } from '../../data/files.ts'
import { contentHash } from '../../data/hash.ts'
import { checkData, type DataEntry, type DataFlags, declareData, literalEntry } from '../../data/sources.ts'
import { defineGenerator } from '../../generators/generator.ts'

interface ConfigMapFlags extends DataFlags {
  readonly appendHash: boolean
}

export const configMap = defineGenerator({
  kind: 'ConfigMap',
  usage: 'NAME [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]',
  description: 'Make a ConfigMap of files, folders, lines of a file, or what is typed.',
  examples: `# Two entries
kubectl create configmap my-config --from-literal=key1=config1 --from-literal=key2=config2

# Nothing in it
kubectl create configmap my-empty`,
  failure: 'failed to create configmap: ',
  declare(command) {
    declareData(command).option('--append-hash', 'Put a digest of the content behind the name.', false)
  },
  check: checkData,
  build({ name }, { fromFile, fromLiteral, fromEnvFile, appendHash }: ConfigMapFlags, { world }) {
    const entries = [
      ...fromFile.flatMap(source => fileEntries(source, world)),
      ...fromLiteral.map(literalEntry),
      ...fromEnvFile.flatMap(path => envFileEntries(path, 'config', world)),
    ]
    for (const [index, entry] of entries.entries()) checkEntry(entry, entries.slice(0, index), name)
    const isText = ({ value }: DataEntry): boolean => isUtf8(value)
    const data = Object.fromEntries(entries.filter(isText).map(({ key, value }) => [key, value.toString()]))
    const binaryData = Object.fromEntries(
      entries.filter(entry => !isText(entry)).map(({ key, value }) => [key, value.toString('base64')]),
    )
    const binary = Object.keys(binaryData).length > 0 ? { binaryData } : {}
    const fullName = appendHash ? `${name}-${contentHash({ kind: 'ConfigMap', name, data, ...binary })}` : name
    const text = Object.keys(data).length > 0 ? { data } : {}
    return { kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: fullName }, ...text, ...binary }
  },
})

const checkEntry = ({ key }: DataEntry, before: readonly DataEntry[], name: string): void => {
  const faults = isConfigKey(key)
  if (faults.length > 0) throw new Error(`${goQuote(key)} is not a valid key name for a ConfigMap: ${faults.join(',')}`)
  const same = before.find(other => other.key === key)
  if (!same) return
  const where = isUtf8(same.value) ? 'Data' : 'BinaryData'
  throw new Error(
    `cannot add key ${goQuote(key)}, another key by that name already exists in ${where} for ConfigMap ${goQuote(name)}`,
  )
}
