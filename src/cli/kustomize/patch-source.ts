import type { JsonPatchOperation } from '../../api/patch/json-patch.ts'
import { goQuote } from '../../util/go-quote.ts'
import { isMap } from '../../util/go-value.ts'
import { readDocuments } from '../../util/yaml/read.ts'
import { toYaml } from '../../util/yaml/write.ts'
import { Failure } from '../errors.ts'
import { type Place, readText } from './files.ts'
import type { PatchEntry } from './kustomization.ts'

/** What a patch of a kustomization says: parts of objects, or operations. */
export type PatchSource =
  | { readonly type: 'strategic'; readonly patches: readonly PartialObject[]; readonly source: string }
  | { readonly type: 'json'; readonly operations: readonly JsonPatchOperation[]; readonly source: string }

export type PartialObject = Readonly<Record<string, unknown>> & {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string }
}

/** Reads an entry of `patches`. Throws in kustomize's words. */
export const readPatch = (entry: PatchEntry, place: Place): PatchSource => {
  try {
    return parse(entry, place)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const config = toYaml(entry)
    throw new Failure(
      `trouble configuring builtin PatchTransformer with config: \`\n${config}\`: ${error.message.replace('$CONFIG', config)}`,
    )
  }
}

const parse = (entry: PatchEntry, place: Place): PatchSource => {
  const { path = '' } = entry
  const inline = entry.patch?.trim() ?? ''
  if (!inline && !path) throw new Failure('must specify one of patch and path in\n$CONFIG')
  if (inline && path) throw new Failure("patch and path can't be set at the same time\n$CONFIG")
  const text = inline || textAt(path, place)
  const source = inline ? `[patch: ${goQuote(inline)}]` : `[path: ${goQuote(path)}]`
  const operations = operationsOf(text)
  if (operations) return { type: 'json', operations, source }
  const patches = objectsOf(text)
  if (patches) return { type: 'strategic', patches, source }
  throw new Failure(`unable to parse SM or JSON patch from ${source}`)
}

const textAt = (path: string, place: Place): string => {
  try {
    return readText(path, place)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(`failed to get the patch file from path(${path}): ${error.message}`)
  }
}

// What begins with a bracket has to be JSON; other lists are YAML.
const operationsOf = (text: string): readonly JsonPatchOperation[] | undefined => {
  try {
    const value: unknown = text.startsWith('[') ? JSON.parse(text) : readDocuments(text)[0]
    return Array.isArray(value) ? (value as JsonPatchOperation[]) : undefined
  } catch {
    return undefined
  }
}

const objectsOf = (text: string): readonly PartialObject[] | undefined => {
  try {
    const documents = readDocuments(text)
    return documents.length > 0 && documents.every(isPartialObject) ? documents : undefined
  } catch {
    return undefined
  }
}

const isPartialObject = (value: unknown): value is PartialObject =>
  isMap(value) && typeof value.kind === 'string' && isMap(value.metadata) && typeof value.metadata.name === 'string'
