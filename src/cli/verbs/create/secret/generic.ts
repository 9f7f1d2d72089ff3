import { envFileEntries } from '../../../data/env-file.ts'
import { fileEntries } from '../../../data/files.ts'
import { secretOf } from '../../../data/secret.ts'
import { checkData, type DataFlags, declareData, literalEntry } from '../../../data/sources.ts'
import { defineGenerator } from '../../../generators/generator.ts'

interface GenericFlags extends DataFlags {
  readonly type: string
  readonly appendHash: boolean
}

export const generic = defineGenerator({
  kind: 'Secret',
  usage: 'NAME [--type=string] [--from-file=[key=]source] [--from-literal=key1=value1] [--dry-run=server|client|none]',
  description: 'Make a Secret of files, folders, lines of a file, or what is typed.',
  examples: `# Two entries
kubectl create secret generic my-secret --from-literal=user=admin --from-literal=password=topsecret`,
  failure: 'failed to create secret ',
  declare(command) {
    declareData(command)
      .option('--type <type>', 'The type of the Secret.', '')
      .option('--append-hash', 'Put a digest of the content behind the name.', false)
  },
  check: checkData,
  build({ name }, { fromFile, fromLiteral, fromEnvFile, type, appendHash }: GenericFlags, { world }) {
    const entries = [
      ...fromLiteral.map(literalEntry),
      ...fromFile.flatMap(source => fileEntries(source, world)),
      ...fromEnvFile.flatMap(path => envFileEntries(path, 'secret', world)),
    ]
    return secretOf({ name, type, entries, appendHash })
  },
})
