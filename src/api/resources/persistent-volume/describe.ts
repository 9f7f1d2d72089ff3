import { ageOf } from '../../columns.ts'
import { eventLines } from '../../describe/events.ts'
import { heading } from '../../describe/heading.ts'
import { indent } from '../../describe/lines.ts'
import type { PersistentVolume, PersistentVolumeSpec } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { accessModesText, storageClassOf } from '../persistent-volume-claim/describe-claim.ts'
import { volumeSourceLines } from '../pod/describe-volumes.ts'
import { claimOf } from './claim.ts'

/** The text of `kubectl describe pv`. */
export const describePersistentVolume = async (
  object: PersistentVolume,
  context: DescribeContext,
): Promise<readonly string[]> => {
  const { metadata, spec = {}, status } = object
  const ending = metadata.deletionTimestamp
  return [
    ...heading(object),
    `Finalizers:\t[${(metadata.finalizers ?? []).join(' ')}]`,
    `StorageClass:\t${storageClassOf(metadata.annotations, spec)}`,
    `Status:\t${ending ? `Terminating (lasts ${ageOf(ending, context.now)})` : (status?.phase ?? '')}`,
    `Claim:\t${claimOf(object)}`,
    `Reclaim Policy:\t${spec.persistentVolumeReclaimPolicy ?? ''}`,
    `Access Modes:\t${accessModesText(spec.accessModes)}`,
    `VolumeMode:\t${spec.volumeMode ?? ''}`,
    `Capacity:\t${spec.capacity?.storage ?? '0'}`,
    ...affinityLines(spec),
    `Message:\t${status?.message ?? ''}`,
    'Source:',
    ...indent(sourceLines(spec), 2),
    ...(await eventLines(object, context)),
  ]
}

const affinityLines = ({ nodeAffinity }: PersistentVolumeSpec): readonly string[] => {
  if (!nodeAffinity) return ['Node Affinity:\t<none>']
  const terms = nodeAffinity.required?.nodeSelectorTerms ?? []
  if (terms.length === 0) return ['Node Affinity:', '  Required Terms:\t<none>']
  const rows = terms.flatMap((term, index) => {
    const texts = (term.matchExpressions ?? []).map(
      ({ key, operator, values = [] }) =>
        `${key} ${operator.toLowerCase()}${values.length > 0 ? ` [${values.join(', ')}]` : ''}`,
    )
    const [first = '<none>', ...others] = texts
    return [`    Term ${index}:\t${first}`, ...others.map(text => `    \t${text}`)]
  })
  return ['Node Affinity:', '  Required Terms:', ...rows]
}

const sourceLines = ({ local, csi, hostPath, nfs }: PersistentVolumeSpec): readonly string[] => {
  if (local)
    return ['Type:\tLocalVolume (a persistent volume backed by local storage on a node)', `Path:\t${local.path}`]
  if (csi) {
    const { driver, fsType = '', volumeHandle, readOnly = false } = csi
    const title = 'Type:\tCSI (a Container Storage Interface (CSI) volume source)'
    return [
      title,
      `Driver:\t${driver}`,
      `FSType:\t${fsType}`,
      `VolumeHandle:\t${volumeHandle}`,
      `ReadOnly:\t${readOnly}`,
    ]
  }
  return volumeSourceLines({ name: '', hostPath, nfs })
}
