import { annotationLines, labelLines } from '../../describe/labels.ts'
import { optional } from '../../describe/lines.ts'
import type { ObjectMeta, PersistentVolumeClaimSpec, PersistentVolumeClaimStatus } from '../../generated/types.ts'

const modes: Readonly<Record<string, string>> = {
  ReadWriteOnce: 'RWO',
  ReadOnlyMany: 'ROX',
  ReadWriteMany: 'RWX',
  ReadWriteOncePod: 'RWOP',
}

/** `RWO,ROX` for a list of access modes, each once and in the order that kubectl has. */
export const accessModesText = (given: readonly string[] = []): string =>
  Object.entries(modes)
    .filter(([mode]) => given.includes(mode))
    .map(([, short]) => short)
    .join(',')

const classAnnotation = 'volume.beta.kubernetes.io/storage-class'

/** The storage class that a claim or a volume names, in its field or the old annotation. */
export const storageClassOf = (
  annotations: ObjectMeta['annotations'],
  { storageClassName }: { readonly storageClassName?: string | undefined },
): string => annotations?.[classAnnotation] ?? storageClassName ?? ''

/** The lines that tell what a claim asks for, and what it got; those of a template are part of a pod's. */
export const claimLines = (
  metadata: Partial<ObjectMeta>,
  spec: PersistentVolumeClaimSpec,
  whole?: { readonly status: PersistentVolumeClaimStatus; readonly phase: string },
): readonly string[] => {
  const bound = spec.volumeName ? (whole?.status ?? {}) : undefined
  return [
    `StorageClass:\t${storageClassOf(metadata.annotations, spec)}`,
    ...(whole ? [`Status:\t${whole.phase}`] : []),
    `Volume:\t${spec.volumeName ?? ''}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    ...(whole ? [`Finalizers:\t[${(metadata.finalizers ?? []).join(' ')}]`] : []),
    `Capacity:\t${bound ? (bound.capacity?.storage ?? '0') : ''}`,
    `Access Modes:\t${bound ? accessModesText(bound.accessModes) : ''}`,
    ...optional('VolumeMode', spec.volumeMode),
    ...sourceLines(spec),
  ]
}

const sourceLines = ({ dataSource }: PersistentVolumeClaimSpec): readonly string[] =>
  dataSource
    ? [
        'DataSource:',
        ...optional('  APIGroup', dataSource.apiGroup),
        `  Kind:\t${dataSource.kind}`,
        `  Name:\t${dataSource.name}`,
      ]
    : []
