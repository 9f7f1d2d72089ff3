import type { PersistentVolumeClaim, Pod, StorageClass } from '../../api/generated/types.ts'
import type { Finding, WhyContext } from './check.ts'
import { applying } from './commands.ts'
import { nearest } from './near.ts'
import { changing } from './owner.ts'

type Trouble = Omit<Finding, 'about'>

/** The claim of a pod that keeps it from every node; undefined if none does. */
export const claimTrouble = (pod: Pod, context: WhyContext): Trouble | undefined => {
  const { namespace } = pod.metadata
  const { view } = context
  for (const { persistentVolumeClaim } of pod.spec.volumes ?? []) {
    const name = persistentVolumeClaim?.claimName
    if (name === undefined) continue
    const claim = view.get<PersistentVolumeClaim>('PersistentVolumeClaim', namespace, name)
    const trouble = claim ? unboundClaim(claim, context) : noClaim(name, pod, context)
    if (trouble)
      return claim ? { ...trouble, cause: `it has no node: claim ${name} has no volume: ${trouble.cause}` } : trouble
  }
  return undefined
}

/** Why a claim has no volume; undefined if it has one, or only waits for its first pod. */
export const unboundClaim = (claim: PersistentVolumeClaim, context: WhyContext): Trouble | undefined => {
  const { spec, status, metadata } = claim
  if (status?.phase === 'Bound') return undefined
  const wanted = spec?.storageClassName ?? ''
  const found = context.view.get<StorageClass>('StorageClass', undefined, wanted)
  const isPatient = found?.volumeBindingMode === 'WaitForFirstConsumer'
  if (isPatient && found.provisioner !== 'kubernetes.io/no-provisioner') return undefined
  const classes = context.view.list<StorageClass>('StorageClass').map(({ metadata }) => metadata.name)
  return {
    cause: spec?.volumeName
      ? `it names volume ${spec.volumeName}, which is not there or not free`
      : wanted && !found
        ? `there is no StorageClass ${wanted}, and no volume of that class is free`
        : 'no volume is free that suits it, and no StorageClass makes one',
    evidence: [
      `phase ${status?.phase ?? 'Pending'} of persistentvolumeclaim/${metadata.name}`,
      `the cluster has ${classes.length > 0 ? `StorageClass ${classes.join(', ')}` : 'no StorageClass'}`,
    ],
    mend: [applying(context, volumeFor(claim))],
  }
}

const volumeFor = ({ metadata, spec }: PersistentVolumeClaim) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name: spec?.volumeName ?? `for-${metadata.namespace}-${metadata.name}` },
  spec: {
    accessModes: spec?.accessModes,
    capacity: { storage: spec?.resources?.requests?.storage ?? '1Gi' },
    hostPath: { path: `/var/lib/volumes/${metadata.name}` },
    ...(spec?.storageClassName ? { storageClassName: spec.storageClassName } : {}),
  },
})

const noClaim = (name: string, pod: Pod, context: WhyContext): Trouble => {
  const { namespace } = pod.metadata
  const names = context.view
    .list<PersistentVolumeClaim>('PersistentVolumeClaim', namespace)
    .map(({ metadata }) => metadata.name)
  const meant = nearest(name, names)
  return {
    cause: `it has no node: there is no PersistentVolumeClaim ${name}${meant ? `; ${meant} may be meant` : ''}`,
    evidence: [`its volumes name claim ${name}`, `the namespace has ${names.join(', ') || 'no claims'}`],
    mend: meant ? renamed(name, meant, pod, context) : [applying(context, claimNamed(name, namespace))],
  }
}

const claimNamed = (name: string, namespace: string | undefined) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
})

const renamed = (name: string, meant: string, pod: Pod, context: WhyContext): readonly string[] => {
  const volumes = (pod.spec.volumes ?? []).map(volume =>
    volume.persistentVolumeClaim?.claimName === name
      ? { ...volume, persistentVolumeClaim: { ...volume.persistentVolumeClaim, claimName: meant } }
      : volume,
  )
  const own = volumes.filter(({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName === meant)
  return changing(context, pod, { change: { spec: { volumes: own } }, spec: spec => ({ ...spec, volumes }) })
}
