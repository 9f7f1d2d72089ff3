import type { Resource } from '../../api/resource.ts'
import { verbsOf } from '../../api/verbs.ts'
import { partsOf } from '../parts/part.ts'
import type { Group, Version } from './groups.ts'

/** All that clients need to know of groups, versions and kinds, in one document. */
export const groupDiscoveryList = (groups: readonly Group[]): object => ({
  kind: 'APIGroupDiscoveryList',
  apiVersion: 'apidiscovery.k8s.io/v2',
  metadata: {},
  items: groups.map(({ name, versions }) => ({ metadata: name ? { name } : {}, versions: versions.map(versionEntry) })),
})

const versionEntry = ({ version, resources }: Version): object => ({
  version,
  resources: resources.map(resourceEntry),
  freshness: 'Current',
})

const resourceEntry = (resource: Resource): object => {
  const own = { group: '', version: '', kind: resource.kind }
  const subresources = partsOf(resource).map(({ name, kind = own, verbs }) => ({
    subresource: name,
    responseKind: kind,
    verbs,
  }))
  return {
    resource: resource.plural,
    responseKind: own,
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: resource.singular,
    verbs: verbsOf(resource),
    ...(resource.shortNames.length > 0 && { shortNames: resource.shortNames }),
    ...(resource.categories.length > 0 && { categories: resource.categories }),
    ...(subresources.length > 0 && { subresources }),
  }
}
