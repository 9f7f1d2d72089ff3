import type { Namespace } from '../api/generated/types.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { badRequest, forbidden, notFound } from '../api/status-error.ts'
import { contextOf, type Server, subjectOf } from './server.ts'

/** What is asked before an object is stored, in the order of the real server: its namespace, then its kind. */
export const admit = (
  server: Server,
  {
    resource,
    object,
    old,
    dryRun,
  }: { resource: Resource; object: KubeObject; old?: KubeObject | undefined; dryRun: boolean },
): KubeObject => {
  if (!old) checkNamespace(server, resource, object)
  return resource.admit?.(object, contextOf(server, dryRun), old) ?? object
}

const checkNamespace = ({ view }: Server, resource: Resource, { metadata }: KubeObject): void => {
  if (!resource.namespaced) return
  const namespace = view.get<Namespace>('Namespace', undefined, metadata.namespace ?? '')
  if (!namespace) throw notFound({ group: '', resource: 'namespaces' }, metadata.namespace ?? '')
  if (!namespace.metadata.deletionTimestamp) return
  throw forbidden(
    subjectOf(resource),
    metadata.name,
    `unable to create new content in namespace ${metadata.namespace} because it is being terminated`,
    [
      {
        reason: 'NamespaceTerminating',
        message: `namespace ${metadata.namespace} is being terminated`,
        field: 'metadata.namespace',
      },
    ],
  )
}

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
