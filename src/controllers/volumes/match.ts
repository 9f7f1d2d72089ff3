import type { ObjectReference, PersistentVolume, PersistentVolumeClaim } from '../../api/generated/types.ts'
import { matches } from '../../api/labels.ts'
import { compareQuantities, parseQuantity, type Quantity } from '../../api/quantity.ts'

/** The smallest volume that suits a claim, one that was kept for it first. */
export const volumeMatching = (
  claim: PersistentVolumeClaim,
  volumes: readonly PersistentVolume[],
): PersistentVolume | undefined => {
  const suited = volumes.filter(volume => isFree(volume, claim) && suits(volume, claim))
  const [first] = suited.toSorted(
    (left, right) =>
      Number(isFor(right, claim)) - Number(isFor(left, claim)) || compareQuantities(sizeOf(left), sizeOf(right)),
  )
  return first
}

/** Whether a volume is kept for a claim: by its name, and by its uid where that is known. */
export const isFor = ({ spec }: PersistentVolume, { metadata }: PersistentVolumeClaim): boolean => {
  const { namespace, name, uid } = spec?.claimRef ?? {}
  return name === metadata.name && namespace === metadata.namespace && (!uid || uid === metadata.uid)
}

export const referenceTo = ({ metadata }: PersistentVolumeClaim): ObjectReference => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  name: metadata.name,
  namespace: metadata.namespace,
  uid: metadata.uid,
  resourceVersion: metadata.resourceVersion,
})

const isFree = (volume: PersistentVolume, claim: PersistentVolumeClaim): boolean =>
  !volume.metadata.deletionTimestamp && (!volume.spec?.claimRef || isFor(volume, claim))

const suits = (volume: PersistentVolume, claim: PersistentVolumeClaim): boolean => {
  const { spec: offered = {} } = volume
  const { spec: asked = {} } = claim
  return (
    (offered.storageClassName ?? '') === (asked.storageClassName ?? '') &&
    (offered.volumeMode ?? 'Filesystem') === (asked.volumeMode ?? 'Filesystem') &&
    (asked.accessModes ?? []).every(mode => offered.accessModes?.includes(mode)) &&
    (asked.selector === undefined || matches(asked.selector, volume.metadata.labels)) &&
    compareQuantities(sizeOf(volume), parseQuantity(String(asked.resources?.requests?.storage ?? '0'))) >= 0
  )
}

const sizeOf = ({ spec }: PersistentVolume): Quantity => parseQuantity(String(spec?.capacity?.storage ?? '0'))
