import type { ObjectMeta, OwnerReference } from './generated/types.ts'

/** What every object of the API has; a kind's own fields are in its generated type. */
export interface KubeObject {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: ObjectMeta
}

export type Labels = Readonly<Record<string, string>>

/** The group and version of an apiVersion: `apps/v1` is apps and v1, `v1` the core group, whose name is empty. */
export const parseApiVersion = (apiVersion: string): { group: string; version: string } => {
  const slash = apiVersion.indexOf('/')
  return slash < 0
    ? { group: '', version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) }
}

export const formatApiVersion = (group: string, version: string): string => (group ? `${group}/${version}` : version)

export const controllerOf = ({ metadata }: KubeObject): OwnerReference | undefined =>
  metadata.ownerReferences?.find(reference => reference.controller)

/** A predicate: is the object managed by this owner (same uid, controller set)? */
export const isControlledBy =
  (owner: KubeObject) =>
  (object: KubeObject): boolean =>
    controllerOf(object)?.uid === owner.metadata.uid

/** The owner reference that a controller puts on what it creates. */
export const controllerReference = (owner: KubeObject): OwnerReference => ({
  apiVersion: owner.apiVersion,
  kind: owner.kind,
  name: owner.metadata.name,
  uid: owner.metadata.uid ?? '',
  controller: true,
  blockOwnerDeletion: true,
})
