import type { Namespace } from '../../api/generated/types.ts'
import type { Related } from '../controller.ts'

/** The namespace of an object of this name that was deleted: it may have to come back. */
export const namespaceOfDeleted =
  (name: string): Related =>
  ({ kind, metadata }, cluster, old) => {
    if (old || metadata.name !== name || cluster.get(kind, metadata.namespace, name)) return []
    const namespace = cluster.get<Namespace>('Namespace', undefined, metadata.namespace ?? '')
    return namespace ? [namespace] : []
  }
