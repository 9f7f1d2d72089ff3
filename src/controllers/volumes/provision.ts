import type {
  PersistentVolume,
  PersistentVolumeClaim,
  PersistentVolumeClaimSpec,
  StorageClass,
} from '../../api/generated/types.ts'
import type { EventNote } from '../controller.ts'
import { referenceTo } from './match.ts'

/** The volume that a class's provisioner makes for a claim; on one node, if a pod there waits for it. */
export const volumeFor = (
  claim: PersistentVolumeClaim,
  storageClass: StorageClass,
  node: string | undefined,
): PersistentVolume => {
  const { namespace, name } = claim.metadata
  const { accessModes, resources, volumeMode }: PersistentVolumeClaimSpec = claim.spec ?? {}
  const volume = volumeNameOf(claim)
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: volume,
      annotations: {
        ...(node ? { 'local.path.provisioner/selected-node': node } : {}),
        'pv.kubernetes.io/provisioned-by': storageClass.provisioner,
      },
    },
    spec: {
      accessModes,
      capacity: { storage: resources?.requests?.storage ?? '0' },
      claimRef: referenceTo(claim),
      hostPath: { path: `/var/local-path-provisioner/${volume}_${namespace}_${name}`, type: 'DirectoryOrCreate' },
      ...(node ? { nodeAffinity: onlyOn(node) } : {}),
      persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
      storageClassName: storageClass.metadata.name,
      volumeMode,
    },
  }
}

export const volumeNameOf = ({ metadata }: PersistentVolumeClaim): string => `pvc-${metadata.uid}`

const onlyOn = (node: string) => ({
  required: {
    nodeSelectorTerms: [
      { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In' as const, values: [node] }] },
    ],
  },
})

/** What a provisioner and those who wait for it tell of a claim. */
export const provisioningNotes = (
  claim: PersistentVolumeClaim,
  { provisioner }: StorageClass,
): readonly EventNote[] => {
  const { namespace, name } = claim.metadata
  return [
    {
      ...note('ExternalProvisioning', 'persistentvolume-controller'),
      message: `Waiting for a volume to be created either by the external provisioner '${provisioner}' or manually by the system administrator. If volume creation is delayed, please verify that the provisioner is running and correctly registered.`,
    },
    {
      ...note('Provisioning', provisioner),
      message: `External provisioner is provisioning volume for claim "${namespace}/${name}"`,
    },
    {
      ...note('ProvisioningSucceeded', provisioner),
      message: `Successfully provisioned volume ${volumeNameOf(claim)}`,
    },
  ]
}

const note = (reason: string, from: string) => ({ type: 'Normal', reason, from }) as const
