import { type KubeObject, parseApiVersion } from '../../api/meta.ts'
import { applyJsonPatch } from '../../api/patch/json-patch.ts'
import { applyMergePatch } from '../../api/patch/merge-patch.ts'
import { applyStrategicMerge } from '../../api/patch/strategic-merge.ts'
import { matchesSelector, parseSelector } from '../../api/selector-parser.ts'
import { Failure } from '../errors.ts'
import type { Place } from './files.ts'
import { type Item, identities, identityOf, idText, schemaOfItem } from './item.ts'
import type { Kustomization, PatchEntry, PatchTarget } from './kustomization.ts'
import { type PartialObject, type PatchSource, readPatch } from './patch-source.ts'

/** The items as a kustomization's patches change them: strategic ones, and lists of operations. */
export const applyPatches = (items: readonly Item[], kustomization: Kustomization, place: Place): readonly Item[] => {
  const { patches = [], patchesJson6902 = [], patchesStrategicMerge = [] } = kustomization
  const inFiles = patchesStrategicMerge.map(text => (/\n/.test(text) ? { patch: text } : { path: text }))
  return [...inFiles, ...patches, ...patchesJson6902].reduce(
    (all, entry) => applyEntry(all, entry, readPatch(entry, place)),
    items,
  )
}

const applyEntry = (items: readonly Item[], { target, options }: PatchEntry, patch: PatchSource): readonly Item[] => {
  if (patch.type === 'json') {
    if (!target) throw new Failure(`must specify a target for JSON patch ${patch.source}`)
    const isMeant = matcher(target)
    return items.map(item => (isMeant(item) ? withOperations(item, patch.operations) : item))
  }
  const renames = options?.allowNameChange === true
  if (!target) return patch.patches.reduce((all, part) => applyToOne(all, part, renames), items)
  const [part, ...others] = patch.patches
  if (others.length > 0 || !part) throw new Failure(severalPatches(patch.source))
  const isMeant = matcher(target)
  return items.flatMap(item => (isMeant(item) ? merged(item, part, renames) : [item]))
}

const severalPatches = (source: string): string =>
  `Multiple Strategic-Merge Patches in one \`patches\` entry is not allowed to set \`patches.target\` field: ${source}`

const applyToOne = (items: readonly Item[], part: PartialObject, renames: boolean): readonly Item[] => {
  const wanted = identityOf({ object: part as KubeObject, hashed: false, former: [], affixes: [] })
  const found = items.filter(
    item =>
      item.object.kind === part.kind &&
      item.object.apiVersion === part.apiVersion &&
      identities(item).some(({ name, namespace }) => name === wanted.name && namespace === wanted.namespace),
  )
  const id = idText(part as KubeObject)
  const [one, ...others] = found
  if (!one || others.length > 0) {
    const why = others.length > 0 ? 'multiple matches' : 'no matches'
    throw new Failure(
      `no resource matches strategic merge patch "${id}": ${why} for Id ${id}; failed to find unique target for patch ${id}`,
    )
  }
  return items.flatMap(item => (item === one ? merged(item, part, renames) : [item]))
}

const matcher = (target: PatchTarget): ((item: Item) => boolean) => {
  const { group, version, kind, name, namespace, labelSelector, annotationSelector } = target
  const [labels, annotations] = [parseSelector(labelSelector ?? ''), parseSelector(annotationSelector ?? '')]
  const matches = (wanted: string | undefined, text = ''): boolean =>
    !wanted || new RegExp(`^(?:${wanted})$`).test(text)
  return item => {
    const { object } = item
    const api = parseApiVersion(object.apiVersion)
    return (
      matches(group, api.group) &&
      matches(version, api.version) &&
      matches(kind, object.kind) &&
      identities(item).some(known => matches(name, known.name) && matches(namespace, known.namespace)) &&
      matchesSelector(labels, object.metadata.labels) &&
      matchesSelector(annotations, object.metadata.annotations)
    )
  }
}

type Operations = Extract<PatchSource, { type: 'json' }>['operations']

const withOperations = (item: Item, operations: Operations): Item =>
  moved(item, applyJsonPatch(item.object, [...operations]) as KubeObject)

/** None if the patch deletes it. A patch renames only where it may. */
const merged = (item: Item, part: PartialObject, renames: boolean): readonly Item[] => {
  if (part.$patch === 'delete') return []
  const schema = schemaOfItem(item)
  const result = schema ? applyStrategicMerge({ ...item.object }, part, schema) : applyMergePatch(item.object, part)
  const { metadata, kind, apiVersion } = item.object
  const object = result as unknown as KubeObject
  const name = renames ? part.metadata.name : metadata.name
  return [moved(item, { ...object, kind, apiVersion, metadata: { ...object.metadata, name } })]
}

/** The item with another object, under a new name perhaps. */
const moved = (item: Item, object: KubeObject): Item => {
  const changed = { ...item, object }
  const [before, after] = [identityOf(item), identityOf(changed)]
  const isSame = before.name === after.name && before.namespace === after.namespace
  return isSame ? changed : { ...changed, former: [...item.former, before] }
}
