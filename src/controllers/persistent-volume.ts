import type { PersistentVolume, PersistentVolumeClaim } from '../api/generated/types.ts'
import { type Action, type Cluster, defineController, remove, setStatus, update } from './controller.ts'

const protection = 'kubernetes.io/pv-protection'

/** Tells whether a volume is free, bound or left behind by its claim, and takes it away where its policy is to. */
export const persistentVolumeController = defineController<PersistentVolume>({
  name: 'persistentvolume',
  reconciles: 'PersistentVolume',
  watches: {
    PersistentVolumeClaim: ({ metadata, kind: _, ...claim }, cluster) => {
      const { volumeName = '' } = (claim as PersistentVolumeClaim).spec ?? {}
      const volume = cluster.get<PersistentVolume>('PersistentVolume', undefined, volumeName)
      return volume?.spec?.claimRef?.name === metadata.name ? [volume] : []
    },
  },

  reconcile(volume, cluster) {
    const phase = phaseOf(volume, cluster)
    if (volume.metadata.deletionTimestamp) return phase === 'Bound' ? [] : [unprotected(volume)]
    const isDone = phase === 'Released' && volume.spec?.persistentVolumeReclaimPolicy === 'Delete'
    return [setStatus(volume, { ...volume.status, phase }), ...(isDone ? [remove(volume)] : [])]
  },
})

const phaseOf = ({ metadata, spec }: PersistentVolume, cluster: Cluster): string => {
  const { claimRef } = spec ?? {}
  if (!claimRef?.uid) return 'Available'
  const claim = cluster.get<PersistentVolumeClaim>('PersistentVolumeClaim', claimRef.namespace, claimRef.name ?? '')
  if (claim?.metadata.uid !== claimRef.uid) return 'Released'
  return claim.spec?.volumeName === metadata.name ? 'Bound' : 'Available'
}

const unprotected = ({ metadata: { finalizers = [], ...metadata }, ...volume }: PersistentVolume): Action =>
  update({ ...volume, metadata: { ...metadata, finalizers: finalizers.filter(name => name !== protection) } })
