import { storedKinds } from '../../api/lookup.ts'
import type { Resource } from '../../api/resource.ts'

// Kinds of which there are many because controllers make them. Whoever looked through all of them at each deletion
// would be busy with nothing else.
const plentiful = new Set(['Pod', 'ReplicaSet', 'EndpointSlice', 'Endpoints', 'Event', 'Lease'])

const ownersOf: Readonly<Record<string, readonly string[]>> = {
  Pod: ['ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet', 'Job'],
  ReplicaSet: ['Deployment'],
  EndpointSlice: ['Service', 'Endpoints'],
}

/** Kinds that live in namespaces: what belongs to another object does. */
export const collectedKinds = (): readonly Resource[] => storedKinds().filter(({ namespaced }) => namespaced)

/**
 * Whether objects of one kind may belong to objects of another, as controllers or users make them. Two plentiful kinds
 * only where a controller is known to; an Event belongs to nobody.
 */
export const mayOwn = (owner: string, dependent: string): boolean => {
  if (dependent === 'Event' || owner === 'Event') return false
  if (ownersOf[dependent]?.includes(owner)) return true
  return !(plentiful.has(owner) && plentiful.has(dependent))
}
