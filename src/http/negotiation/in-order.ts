import type { KubeObject } from '../../api/meta.ts'

const ofMeta = [
  'name',
  'generateName',
  'namespace',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'labels',
  'annotations',
  'ownerReferences',
  'finalizers',
  'managedFields',
] as const

/** An object with its first fields in the order in which the server writes them: what it is, then who it is. */
export const inOrder = ({ kind, apiVersion, metadata, ...rest }: KubeObject): object => ({
  kind,
  apiVersion,
  metadata: metadata && metaInOrder(metadata),
  ...rest,
})

const metaInOrder = (metadata: KubeObject['metadata']): object => ({
  ...Object.fromEntries(ofMeta.filter(name => Object.hasOwn(metadata, name)).map(name => [name, metadata[name]])),
  ...metadata,
})
