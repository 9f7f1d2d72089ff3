import type { KubeObject } from '../../api/meta.ts'
import { isMap } from '../../util/go-value.ts'
import { type Identity, type Item, identities, identityOf, resourceOfItem, schemaOfItem } from './item.ts'

/** The items, with what refers to others by a name that these had once under the names that they have now. */
export const fixReferences = (items: readonly Item[]): readonly Item[] => {
  const moved = items.filter(({ former }) => former.length > 0)
  if (moved.length === 0) return items
  return items.map(item => (schemaOfItem(item) ? withReferences(item, moved) : item))
}

const withReferences = (item: Item, moved: readonly Item[]): Item => {
  const find: Find = (kinds, name, namespace) => {
    const candidates = moved.filter(
      ({ object, former }) => kinds.includes(object.kind) && former.some(known => known.name === name),
    )
    return theOne(item, namespace === undefined ? inReach(item, candidates) : inNamespace(candidates, name, namespace))
  }
  return { ...item, object: refer(item.object, '', find) as KubeObject }
}

/** Who was known by a name; undefined for nobody, or several. */
type Find = (kinds: readonly string[], name: string, namespace?: string) => Identity | undefined

// An object of a namespace refers to its own; one of none to all.
const inReach = (item: Item, candidates: readonly Item[]): readonly Item[] => {
  if (resourceOfItem(item)?.namespaced === false) return candidates
  const { namespace } = identityOf(item)
  return candidates.filter(
    candidate => resourceOfItem(candidate)?.namespaced === false || identityOf(candidate).namespace === namespace,
  )
}

const inNamespace = (candidates: readonly Item[], name: string, namespace: string): readonly Item[] =>
  candidates.filter(candidate =>
    identities(candidate).some(known => known.namespace === (namespace || 'default') && known.name === name),
  )

// Of several the one counts that went through the same kustomizations.
const theOne = (item: Item, candidates: readonly Item[]): Identity | undefined => {
  const alike = candidates.filter(({ affixes }) => affixes.join() === item.affixes.join())
  const [first, ...others] = (alike.length > 0 ? alike : candidates).map(identityOf)
  return others.every(({ name }) => name === first?.name) ? first : undefined
}

// Fields that hold a name, by what kind of object it is of: as a text, or as the `name` of a map under this key.
const texts: Readonly<Record<string, string>> = {
  claimName: 'PersistentVolumeClaim',
  ingressClassName: 'IngressClass',
  priorityClassName: 'PriorityClass',
  secretName: 'Secret',
  serviceAccountName: 'ServiceAccount',
  serviceName: 'Service',
  storageClassName: 'StorageClass',
  volumeName: 'PersistentVolume',
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
const references = new Set(['roleRef', 'scaleTargetRef'])
const named = ['ConfigMap', 'Secret']

const refer = (value: unknown, key: string, find: Find): unknown => {
  if (Array.isArray(value))
    return value.map(item => (key === 'subjects' ? subject(item, find) : refer(item, key, find)))
  if (!isMap(value)) return value
  const kind = references.has(key) ? value.kind : maps[key]
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => {
      if (field === 'resourceNames' && Array.isArray(item)) return [field, item.map(name => nameOf(named, name, find))]
      const known = texts[field] ?? (field === 'name' ? kind : undefined)
      return [field, typeof known === 'string' ? nameOf([known], item, find) : refer(item, field, find)]
    }),
  )
}

const nameOf = (kinds: readonly string[], name: unknown, find: Find): unknown =>
  typeof name === 'string' ? (find(kinds, name)?.name ?? name) : name

const subject = (value: unknown, find: Find): unknown => {
  if (!isMap(value) || value.kind !== 'ServiceAccount') return value
  const found = find(['ServiceAccount'], String(value.name), String(value.namespace ?? ''))
  return found ? { ...value, ...found } : value
}
