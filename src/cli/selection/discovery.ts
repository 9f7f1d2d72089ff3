import { formatApiVersion } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { verbsOf } from '../../api/verbs.ts'
import { by } from '../../util/compare.ts'

/** Every kind once, in the version that its group prefers: the first of the list. */
export const preferredResources = (resources: readonly Resource[]): readonly Resource[] => {
  const seen = new Set<string>()
  return resources.filter(({ group, plural }) => {
    const key = `${plural}.${group}`
    return !seen.has(key) && seen.add(key)
  })
}

/** `apps/v1`, `v1` … of all kinds, sorted. */
export const apiVersions = (resources: readonly Resource[]): readonly string[] =>
  [...new Set(resources.map(({ group, version }) => formatApiVersion(group, version)))].toSorted(by(text => text))

/** A kind as discovery tells of it, its fields in the order of their type. */
export const toApiResource = (resource: Resource): object => ({
  name: resource.plural,
  singularName: resource.singular,
  namespaced: resource.namespaced,
  ...(resource.group && { group: resource.group }),
  version: resource.version,
  kind: resource.kind,
  verbs: verbsOf(resource),
  ...(resource.shortNames.length > 0 && { shortNames: resource.shortNames }),
  ...(resource.categories.length > 0 && { categories: resource.categories }),
})
