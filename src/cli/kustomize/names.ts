import type { KubeObject } from '../../api/meta.ts'
import { isMap } from '../../util/go-value.ts'
import { type Item, resourceOfItem, withMetadata } from './item.ts'
import type { Kustomization } from './kustomization.ts'

// What a cluster knows them by is not a kustomization's to change.
const fixed = new Set(['Namespace', 'CustomResourceDefinition', 'APIService'])

/** The items under the names that a kustomization gives them, and all that refers to them by those. */
export const rename = (items: readonly Item[], newName: (item: Item) => string): readonly Item[] => {
  const names = new Map<string, string>()
  const renamed = items.map(item => {
    const { kind, metadata } = item.object
    if (fixed.has(kind)) return item
    const name = newName(item)
    if (name !== metadata.name) names.set(`${kind}/${metadata.name}`, name)
    return withMetadata(item, { name })
  })
  if (names.size === 0) return items
  return renamed.map(item => ({ ...item, object: refer(item.object, '', names) as KubeObject }))
}

/** The name with the kustomization's prefix and suffix. */
export const affixed =
  ({ namePrefix = '', nameSuffix = '' }: Kustomization) =>
  ({ object }: Item): string =>
    `${namePrefix}${object.metadata.name}${nameSuffix}`

/** The items in the kustomization's namespace, those that have one. */
export const moveTo = (items: readonly Item[], namespace: string | undefined): readonly Item[] =>
  namespace
    ? items.map(item => (resourceOfItem(item)?.namespaced === false ? item : withMetadata(item, { namespace })))
    : items

// Fields that hold a name, by what kind of object it is of: as a text, or as the `name` of a map under this key.
const texts: Readonly<Record<string, string>> = {
  claimName: 'PersistentVolumeClaim',
  priorityClassName: 'PriorityClass',
  secretName: 'Secret',
  serviceAccountName: 'ServiceAccount',
  serviceName: 'Service',
  storageClassName: 'StorageClass',
}
const maps: Readonly<Record<string, string>> = {
  configMap: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  configMapRef: 'ConfigMap',
  imagePullSecrets: 'Secret',
  secret: 'Secret',
  secretKeyRef: 'Secret',
  secretRef: 'Secret',
  service: 'Service',
}
// Maps that say themselves of what kind they speak.
const references = new Set(['roleRef', 'scaleTargetRef', 'subjects'])

const refer = (value: unknown, key: string, names: ReadonlyMap<string, string>): unknown => {
  if (Array.isArray(value)) return value.map(item => refer(item, key, names))
  if (!isMap(value)) return value
  const kind = references.has(key) ? value.kind : maps[key]
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => {
      const known = texts[field] ?? (field === 'name' ? kind : undefined)
      const name = typeof item === 'string' ? names.get(`${known}/${item}`) : undefined
      return [field, name ?? refer(item, field, names)]
    }),
  )
}
