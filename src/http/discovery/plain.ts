import type { Resource } from '../../api/resource.ts'
import { verbsOf } from '../../api/verbs.ts'
import { partsOf } from '../parts/part.ts'
import type { Group, Version } from './groups.ts'
import { storageVersionHash } from './storage-version-hash.ts'

/** The addresses that clients are told of: where every control plane of ours listens. */
const serverAddresses = [{ clientCIDR: '0.0.0.0/0', serverAddress: '172.18.0.5:6443' }]

export const apiVersions = ({ versions }: Group): object => ({
  kind: 'APIVersions',
  versions: versions.map(({ version }) => version),
  serverAddressByClientCIDRs: serverAddresses,
})

export const apiGroupList = (groups: readonly Group[]): object => ({
  kind: 'APIGroupList',
  apiVersion: 'v1',
  groups: groups.map(({ name, versions }) => ({ name, ...versionsOf(versions) })),
})

export const apiGroup = ({ name, versions }: Group): object => ({
  kind: 'APIGroup',
  apiVersion: 'v1',
  name,
  ...versionsOf(versions),
})

const versionsOf = (versions: readonly Version[]): object => {
  const named = versions.map(({ groupVersion, version }) => ({ groupVersion, version }))
  return { versions: named, preferredVersion: named[0] }
}

// The list of the core group has no version of its own.
export const apiResourceList = ({ name }: Group, { groupVersion, resources }: Version): object => ({
  kind: 'APIResourceList',
  ...(name && { apiVersion: 'v1' }),
  groupVersion,
  resources: resources.flatMap(entriesOf),
})

const entriesOf = (resource: Resource): readonly object[] => [
  {
    name: resource.plural,
    singularName: resource.singular,
    namespaced: resource.namespaced,
    kind: resource.kind,
    verbs: verbsOf(resource),
    ...(resource.shortNames.length > 0 && { shortNames: resource.shortNames }),
    ...(resource.categories.length > 0 && { categories: resource.categories }),
    ...(verbsOf(resource).includes('watch') && { storageVersionHash: storageVersionHash(resource) }),
  },
  ...partsOf(resource).map(({ name, verbs, kind }) => ({
    name: `${resource.plural}/${name}`,
    singularName: '',
    namespaced: resource.namespaced,
    ...(kind?.group && { group: kind.group, version: kind.version }),
    kind: kind?.kind ?? resource.kind,
    verbs,
  })),
]
