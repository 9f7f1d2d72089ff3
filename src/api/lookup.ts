import { parseApiVersion } from './meta.ts'
import type { Resource } from './resource.ts'
import type { ResourceType } from './resource-type.ts'
import { resources } from './resources/index.ts'
import { noSuchResource } from './status-error.ts'

const byKind = new Map<string, Resource>()

/** The kind of this name; of two kinds of one name the first of the list, which is the core one. */
export const resourceOfKind = (kind: string): Resource => {
  if (byKind.size === 0) for (const resource of resources.toReversed()) byKind.set(resource.kind, resource)
  const found = byKind.get(kind)
  if (!found) throw new Error(`the API has no kind ${kind}`)
  return found
}

/** The kind that a manifest's `apiVersion` and `kind` name, if the API serves it. */
export const resourceOf = ({ apiVersion, kind }: { apiVersion: string; kind: string }): Resource | undefined => {
  const { group, version } = parseApiVersion(apiVersion)
  return resources.find(resource => resource.kind === kind && resource.group === group && resource.version === version)
}

/** All that is known of a kind, from its names. Throws where the API does not serve it. */
export const definitionOf = (type: ResourceType): Resource => {
  const isOne = ({ group, plural }: Resource): boolean => group === type.group && plural === type.plural
  const found =
    resources.find(resource => isOne(resource) && resource.version === type.version) ?? resources.find(isOne)
  if (!found) throw noSuchResource()
  return found
}

/** The kinds as which objects are stored: each object is of one of them. */
export const storedKinds = (): readonly Resource[] => resources.filter(({ guise }) => !guise)

/** Where an object is stored: `services/default/web`, `deployments.apps/default/web`, `nodes/worker`. */
export const objectKey = (resource: ResourceType, namespace: string | undefined, name: string): string =>
  `${folderOf(resource, namespace)}${isPlain(name) ? name : encodeURIComponent(name)}`

/** The folder that holds a kind's objects, or those of one namespace. */
export const folderOf = ({ plural, group, namespaced }: ResourceType, namespace?: string | undefined): string => {
  const table = group ? `${plural}.${group}` : plural
  return namespaced && namespace ? `${table}/${namespace}/` : `${table}/`
}

const isPlain = (name: string): boolean => /^[-.\w:]*$/.test(name)
