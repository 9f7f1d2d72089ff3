import type { PersistentVolumeClaim, Pod, StorageClass } from '../../api/generated/types.ts'
import type { ClusterView } from '../../api/view.ts'
import { isDefined } from '../../util/range.ts'

/** Why the claims of a pod keep it from every node; undefined if they do not. */
export const claimFault = ({ metadata, spec }: Pod, cluster: ClusterView): string | undefined =>
  (spec.volumes ?? [])
    .flatMap(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName ?? [])
    .map(name => faultOfClaim(name, metadata.namespace, cluster))
    .find(isDefined)

const faultOfClaim = (name: string, namespace: string | undefined, cluster: ClusterView): string | undefined => {
  const claim = cluster.get<PersistentVolumeClaim>('PersistentVolumeClaim', namespace, name)
  if (!claim) return `persistentvolumeclaim "${name}" not found`
  if (claim.status?.phase === 'Lost')
    return `persistentvolumeclaim "${name}" bound to non-existent persistentvolume "${claim.spec?.volumeName}"`
  if (claim.metadata.deletionTimestamp) return `persistentvolumeclaim "${name}" is being deleted`
  return claim.spec?.volumeName || isPatient(claim, cluster)
    ? undefined
    : 'pod has unbound immediate PersistentVolumeClaims'
}

/** A class that waits for a pod to be put on a node before it makes a volume there. */
const isPatient = ({ spec }: PersistentVolumeClaim, cluster: ClusterView): boolean =>
  cluster.get<StorageClass>('StorageClass', undefined, spec?.storageClassName ?? '')?.volumeBindingMode ===
  'WaitForFirstConsumer'
