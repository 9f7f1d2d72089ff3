import type { Namespace } from '../../api/generated/types.ts'
import type { Related } from '../controller.ts'

/** The namespace of an object that is gone or going, if it is going itself. */
export const namespaceOfDeparture: Related = ({ kind, metadata }, cluster, old) => {
  const namespace = cluster.get<Namespace>('Namespace', undefined, metadata.namespace ?? '')
  if (!namespace?.metadata.deletionTimestamp) return []
  const isGoing = metadata.deletionTimestamp && !old?.metadata.deletionTimestamp
  const isGone = !old && !cluster.get(kind, metadata.namespace, metadata.name)
  return isGoing || isGone ? [namespace] : []
}
