import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const manifest = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: v}\n'

interface Row {
  readonly name: string
  readonly command?: string
  /** What the user makes of the text, each time it is opened. */
  readonly edits: readonly ((text: string) => string)[]
  readonly stdout?: string
  readonly stderr?: string
  readonly code?: number
}

const set = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)
const same = (text: string): string => text
const kept = 'A copy of your changes has been stored to "FILE"\nerror: Edit cancelled, no valid changes were saved.\n'

const rows: readonly Row[] = [
  { name: 'saves what was changed', edits: [set('k: v', 'k: w')], stdout: 'configmap/a edited\n' },
  { name: 'is cancelled without a change', edits: [same], stderr: 'Edit cancelled, no changes made.\n' },
  {
    name: 'does not count comments',
    edits: [set('# reopened', '# other')],
    stderr: 'Edit cancelled, no changes made.\n',
  },
  {
    name: 'opens again what is no object, and gives up',
    edits: [() => '', same],
    stderr: `error: configmaps "a" is invalid\n${kept}`,
    code: 1,
  },
  {
    name: 'opens again what the server refuses, and saves it then',
    edits: [set('data:', 'immutable: true\ndata:\n  "a b": x'), set('  "a b": x\n', '')],
    stdout: 'configmap/a edited\n',
    stderr: 'error: configmaps "a" is invalid\n',
  },
  {
    name: 'tells the reasons above the text',
    edits: [
      set('kind: ConfigMap\n', ''),
      set(/^.*# \* <nil>: Invalid value: "The edited file failed validation": kind not set\n/s, 'kind: ConfigMap\n'),
      same,
    ],
    stderr: 'error: configmaps "a" is invalid\nEdit cancelled, no changes made.\n',
  },
  {
    name: 'does not rename',
    edits: [set('name: a', 'name: b')],
    stderr:
      'A copy of your changes has been stored to "FILE"\nerror: At least one of apiVersion, kind and name was changed\n',
    code: 1,
  },
  {
    name: 'prints the patch',
    command: 'edit cm a --output-patch',
    edits: [set('k: v', 'k: w')],
    stdout: 'Patch: {"data":{"k":"w"}}\nconfigmap/a edited\n',
  },
]

describe('edit', () => {
  test.for(rows)('$name', async ({ command = 'edit cm a', edits, stdout = '', stderr = '', code = 0 }) => {
    const cli = aCli({ env: { EDITOR: 'ed' } })
    const rest = [...edits]
    const interactive = async (_: string, [path = '']: readonly string[]): Promise<number> => {
      const edit = rest.length > 1 ? rest.shift() : rest[0]
      writeFileSync(path, edit?.(readFileSync(path, 'utf8')) ?? '')
      return 0
    }
    try {
      await cli.create(manifest)
      const capture = async () => ({ stdout: '', stderr: '', code: 0 })
      const result = await cli.run(command, { world: { spawn: { interactive, capture } } })
      const shown = result.stderr.replace(/"\/[^"]*kubectl-edit-\d+\.yaml"/, '"FILE"')
      expect({ ...result, stderr: shown }).toEqual({ stdout, stderr, code })
    } finally {
      cli.remove()
    }
  })
})
