import { formatApiVersion } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { resources } from '../../api/resources/index.ts'

/** A group of the API with its versions, the preferred one first. */
export interface Group {
  readonly name: string
  readonly versions: readonly Version[]
}

export interface Version {
  readonly version: string
  /** `apps/v1` */
  readonly groupVersion: string
  /** By plural. */
  readonly resources: readonly Resource[]
}

let known: readonly Group[] | undefined

/** All groups in the order of discovery; the core one is the first and has no name. */
export const groups = (): readonly Group[] => {
  known ??= [...new Set(resources.map(({ group }) => group))].map(groupOf)
  return known
}

const groupOf = (name: string): Group => {
  const own = resources.filter(({ group }) => group === name)
  const versions = [...new Set(own.map(({ version }) => version))]
  return { name, versions: versions.map(version => versionOf(name, version, own)) }
}

const versionOf = (group: string, version: string, own: readonly Resource[]): Version => ({
  version,
  groupVersion: formatApiVersion(group, version),
  resources: own
    .filter(resource => resource.version === version)
    .toSorted((left, right) => (left.plural < right.plural ? -1 : 1)),
})
