import { createHash } from 'node:crypto'
import type { KubeObject } from '../../api/meta.ts'
import { toGoJson } from '../../util/go-json.ts'

/** The ten letters that stand for the content of a ConfigMap or Secret in its name. Its name itself does not count. */
export const contentHash = (object: KubeObject): string => {
  const { data = '', binaryData, type, kind } = object as KubeObject & Readonly<Record<string, unknown>>
  const content = toGoJson({
    data,
    kind,
    name: '',
    ...(binaryData !== undefined && { binaryData }),
    ...(type !== undefined && { type }),
  })
  const digest = createHash('sha256').update(content).digest('hex')
  // No vowels, and nothing that looks like one.
  return digest.slice(0, 10).replace(/[013ae]/g, digit => letters[digit] ?? digit)
}

const letters: Readonly<Record<string, string>> = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' }
