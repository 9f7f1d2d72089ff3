import type { Volume } from '../../generated/types.ts'

// Kinds of volumes that are going or gone.
const former: Readonly<Record<string, string>> = {
  photonPersistentDisk: 'deprecated in v1.11, non-functional in v1.16+',
  gitRepo: 'deprecated in v1.11, and disabled by default in v1.33+',
  scaleIO: 'deprecated in v1.16, non-functional in v1.22+',
  flocker: 'deprecated in v1.22, non-functional in v1.25+',
  storageos: 'deprecated in v1.22, non-functional in v1.25+',
  quobyte: 'deprecated in v1.22, non-functional in v1.25+',
  glusterfs: 'deprecated in v1.25, non-functional in v1.26+',
  cephfs: 'deprecated in v1.28, non-functional in v1.31+',
  rbd: 'deprecated in v1.28, non-functional in v1.31+',
}

export const volumeWarnings = (volumes: readonly Volume[], field: string): readonly string[] =>
  volumes.flatMap((volume, index) =>
    Object.entries(former).flatMap(([kind, text]) =>
      volume[kind as keyof Volume] === undefined ? [] : [`${field}[${index}].${kind}: ${text}`],
    ),
  )
