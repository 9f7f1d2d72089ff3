import { join } from 'node:path'
import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { applyJsonPatch, type JsonPatchOperation } from '../../api/patch/json-patch.ts'
import { applyMergePatch } from '../../api/patch/merge-patch.ts'
import { applyStrategicMerge } from '../../api/patch/strategic-merge.ts'
import { matchesSelector, parseSelector } from '../../api/selector-parser.ts'
import { isMap } from '../../util/go-value.ts'
import { readDocuments } from '../../util/yaml/read.ts'
import { Failure } from '../errors.ts'
import type { World } from '../world/world.ts'
import { readText } from './files.ts'
import { type Item, schemaOfItem } from './item.ts'
import type { Kustomization, PatchEntry, PatchTarget } from './kustomization.ts'

interface Place {
  readonly folder: string
  readonly world: Pick<World, 'files'>
}

/** The items as a kustomization's patches change them: strategic ones, and lists of operations. */
export const applyPatches = (items: readonly Item[], kustomization: Kustomization, place: Place): readonly Item[] => {
  const { patches = [], patchesJson6902 = [], patchesStrategicMerge = [] } = kustomization
  const inFiles = patchesStrategicMerge.map(text => (/\n/.test(text) ? { patch: text } : { path: text }))
  return [...inFiles, ...patches, ...patchesJson6902].reduce((all, entry) => applyEntry(all, entry, place), items)
}

const applyEntry = (items: readonly Item[], entry: PatchEntry, { folder, world }: Place): readonly Item[] => {
  const text = entry.path ? readText(join(folder, entry.path), world) : (entry.patch ?? '')
  return readDocuments(text.trim()).reduce<readonly Item[]>((all, patch) => {
    const target = entry.target ?? targetOf(patch)
    const isMeant = matcher(target)
    if (!all.some(isMeant))
      throw new Failure(
        `no resource matches strategic merge patch ${JSON.stringify(target)}: no matches for Id; failed to find unique target for patch`,
      )
    return all.flatMap(item => (isMeant(item) ? patched(item, patch) : [item]))
  }, items)
}

const targetOf = (patch: unknown): PatchTarget => {
  if (!isMap(patch) || !isMap(patch.metadata)) throw new Failure('must specify a target for a JSON patch')
  return { kind: String(patch.kind), name: String(patch.metadata.name) }
}

const matcher = ({ group, version, kind, name, namespace, labelSelector }: PatchTarget): ((item: Item) => boolean) => {
  const selector = parseSelector(labelSelector ?? '')
  const matches = (wanted: string | undefined, text = ''): boolean =>
    !wanted || new RegExp(`^(?:${wanted})$`).test(text)
  return ({ object }) => {
    const api = parseApiVersion(object.apiVersion)
    const { metadata } = object
    return (
      matches(group, api.group) &&
      matches(version, api.version) &&
      matches(kind, object.kind) &&
      matches(name, metadata.name) &&
      matches(namespace, metadata.namespace) &&
      matchesSelector(selector, metadata.labels)
    )
  }
}

/** None if the patch deletes it. A patch does not rename. */
const patched = (item: Item, patch: unknown): readonly Item[] => {
  if (Array.isArray(patch)) {
    return [{ ...item, object: applyJsonPatch(item.object, patch as JsonPatchOperation[]) as KubeObject }]
  }
  if (!isMap(patch)) return [item]
  if (patch.$patch === 'delete') return []
  const schema = schemaOfItem(item)
  const result = schema ? applyStrategicMerge({ ...item.object }, patch, schema) : applyMergePatch(item.object, patch)
  const { metadata, kind, apiVersion } = item.object
  const object = result as unknown as KubeObject
  return [{ ...item, object: { ...object, kind, apiVersion, metadata: { ...object.metadata, name: metadata.name } } }]
}
