import type { Event, PersistentVolume, PersistentVolumeClaim, StorageClass } from '../api/generated/types.ts'
import {
  type Action,
  type Cluster,
  create,
  defineController,
  type EventNote,
  setStatus,
  tell,
  update,
} from './controller.ts'
import { isFor, referenceTo, volumeMatching } from './volumes/match.ts'
import { provisioningNotes, volumeFor, volumeNameOf } from './volumes/provision.ts'
import { claimsOfPod, usersOf } from './volumes/users.ts'

const protection = 'kubernetes.io/pvc-protection'
const from = 'persistentvolume-controller'

/** Gives claims a volume: one that is there and suits, or one that the provisioner of their class makes. */
export const persistentVolumeClaimController = defineController<PersistentVolumeClaim>({
  name: 'persistentvolumeclaim',
  reconciles: 'PersistentVolumeClaim',
  watches: {
    Pod: claimsOfPod,
    PersistentVolume: (_, cluster) => pending(cluster),
    StorageClass: (_, cluster) => pending(cluster),
  },

  reconcile(claim, cluster) {
    if (claim.metadata.deletionTimestamp) return released(claim, cluster)
    if (claim.spec?.volumeName) return completed(claim, cluster)
    const volume = volumeMatching(claim, cluster.list<PersistentVolume>('PersistentVolume'))
    return volume ? bind(claim, volume) : provision(claim, cluster)
  },
})

const pending = (cluster: Cluster): readonly PersistentVolumeClaim[] =>
  cluster
    .list<PersistentVolumeClaim>('PersistentVolumeClaim')
    .filter(({ spec, status }) => !spec?.volumeName || status?.phase !== 'Bound')

/** A claim that goes waits for the pods that use it. */
const released = (claim: PersistentVolumeClaim, cluster: Cluster): readonly Action[] => {
  const { finalizers = [], ...metadata } = claim.metadata
  if (!finalizers.includes(protection) || usersOf(claim, cluster).length > 0) return []
  return [update({ ...claim, metadata: { ...metadata, finalizers: finalizers.filter(name => name !== protection) } })]
}

const bind = (claim: PersistentVolumeClaim, volume: PersistentVolume): readonly Action[] => {
  const { annotations } = claim.metadata
  const marks = { 'pv.kubernetes.io/bind-completed': 'yes', 'pv.kubernetes.io/bound-by-controller': 'yes' }
  const bound: PersistentVolumeClaim = {
    ...claim,
    metadata: { ...claim.metadata, annotations: { ...annotations, ...marks } },
    spec: { ...claim.spec, volumeName: volume.metadata.name },
  }
  const kept = volume.spec?.claimRef?.uid
    ? []
    : [update({ ...volume, spec: { ...volume.spec, claimRef: referenceTo(claim) } } as PersistentVolume)]
  return [...kept, update(bound), setStatus(bound, statusWith(volume))]
}

/** A claim that names its volume itself is bound as soon as that is there and free. */
const completed = (claim: PersistentVolumeClaim, cluster: Cluster): readonly Action[] => {
  const volume = cluster.get<PersistentVolume>('PersistentVolume', undefined, claim.spec?.volumeName ?? '')
  if (!volume) return claim.status?.phase === 'Bound' ? [setStatus(claim, { ...claim.status, phase: 'Lost' })] : []
  if (volume.spec?.claimRef && !isFor(volume, claim)) return []
  return claim.status?.phase === 'Bound' ? [] : bind(claim, volume)
}

const statusWith = ({ spec }: PersistentVolume) => ({
  phase: 'Bound',
  accessModes: spec?.accessModes,
  capacity: spec?.capacity,
})

const provision = (claim: PersistentVolumeClaim, cluster: Cluster): readonly Action[] => {
  const { storageClassName = '' } = claim.spec ?? {}
  if (storageClassName === '') return once(claim, nothingSuits, cluster)
  const found = cluster.get<StorageClass>('StorageClass', undefined, storageClassName)
  if (!found) return once(claim, noClass(storageClassName), cluster)
  if (found.provisioner === 'kubernetes.io/no-provisioner') return once(claim, waits, cluster)
  const isPatient = found.volumeBindingMode === 'WaitForFirstConsumer'
  const node = usersOf(claim, cluster).find(({ spec }) => spec.nodeName)?.spec.nodeName
  if (isPatient && !node) return once(claim, waits, cluster)
  if (cluster.get('PersistentVolume', undefined, volumeNameOf(claim))) return []
  const notes = provisioningNotes(claim, found).map(note => tell(claim, note))
  return [...notes, create(volumeFor(claim, found, node))]
}

const waits: EventNote = {
  type: 'Normal',
  reason: 'WaitForFirstConsumer',
  message: 'waiting for first consumer to be created before binding',
  from,
}

const nothingSuits: EventNote = {
  type: 'Normal',
  reason: 'FailedBinding',
  message: 'no persistent volumes available for this claim and no storage class is set',
  from,
}

const noClass = (name: string): EventNote => ({
  type: 'Warning',
  reason: 'ProvisioningFailed',
  message: `storageclass.storage.k8s.io "${name}" not found`,
  from,
})

/** The real controller goes on saying so; once is enough to be read. */
const once = (claim: PersistentVolumeClaim, note: EventNote, cluster: Cluster): readonly Action[] => {
  const told = cluster.by<Event>('Event', 'about', claim.metadata.uid ?? '')
  return told.some(({ reason, message }) => reason === note.reason && message === note.message)
    ? []
    : [tell(claim, note)]
}
