import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { badRequest } from '../api/status-error.ts'

/** The object in the namespace that the request is for; the body may leave it out, but not name another. */
export const inNamespace = (
  object: KubeObject,
  { namespaced }: Resource,
  namespace: string | undefined,
): KubeObject => {
  if (!namespaced) return object
  const given = object.metadata.namespace
  if (given && namespace && given !== namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request')
  }
  return { ...object, metadata: { ...object.metadata, namespace: given || namespace } }
}
