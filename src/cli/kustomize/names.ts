import { type Item, resourceOfItem, withMetadata } from './item.ts'
import type { Kustomization } from './kustomization.ts'

// What a cluster knows them by is not a kustomization's to change.
const fixed = new Set(['Namespace', 'CustomResourceDefinition', 'APIService'])

/** The items with the kustomization's prefix and suffix around their names. */
export const affix = (items: readonly Item[], { namePrefix = '', nameSuffix = '' }: Kustomization): readonly Item[] =>
  namePrefix === '' && nameSuffix === ''
    ? items
    : items.map(item => {
        const { kind, metadata } = item.object
        if (fixed.has(kind)) return item
        const renamed = withMetadata(item, { name: `${namePrefix}${metadata.name}${nameSuffix}` })
        return { ...renamed, affixes: [...item.affixes, `${namePrefix}|${nameSuffix}`] }
      })

/** The items in the kustomization's namespace, those that have one; a Namespace becomes this one. */
export const moveTo = (items: readonly Item[], namespace: string | undefined): readonly Item[] =>
  namespace ? items.map(item => moved(item, namespace)) : items

const moved = (item: Item, namespace: string): Item => {
  const { kind, apiVersion } = item.object
  if (kind === 'Namespace' && apiVersion === 'v1') return withMetadata(item, { name: namespace })
  const placed = resourceOfItem(item)?.namespaced === false ? item : withMetadata(item, { namespace })
  return /^(Cluster)?RoleBinding$/.test(kind) ? withSubjects(placed, namespace) : placed
}

// Of the subjects only a namespace's own account goes along; the others follow what they refer to.
const withSubjects = (item: Item, namespace: string): Item => {
  if (!('subjects' in item.object) || !Array.isArray(item.object.subjects)) return item
  const subjects = item.object.subjects.map(subject =>
    subject?.name === 'default' ? { ...subject, namespace } : subject,
  )
  return { ...item, object: { ...item.object, subjects } as Item['object'] }
}
