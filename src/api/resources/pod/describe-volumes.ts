import { indent } from '../../describe/lines.ts'
import type { Volume, VolumeProjection } from '../../generated/types.ts'
import { claimLines } from '../persistent-volume-claim/describe-claim.ts'

/** The part `Volumes`; those of a template stand further in. */
export const volumeSection = (volumes: readonly Volume[], margin = ''): readonly string[] =>
  volumes.length === 0
    ? [`${margin}Volumes:\t<none>`]
    : [
        `${margin}Volumes:`,
        ...volumes.flatMap(volume => [
          `  ${margin ? ' ' : ''}${volume.name}:`,
          ...indent(volumeSourceLines(volume), 2),
        ]),
      ]

/** Of what kind a volume is, and where it comes from. */
export const volumeSourceLines = (volume: Volume): readonly string[] => {
  const { projected, downwardAPI, ephemeral } = volume
  if (projected) {
    const sources = (projected.sources ?? []).flatMap(projectionLines)
    return ['Type:\tProjected (a volume that contains injected data from multiple sources)', ...sources]
  }
  if (downwardAPI) {
    const items = (downwardAPI.items ?? []).flatMap(({ fieldRef, resourceFieldRef, path }) => [
      ...(fieldRef ? [`${fieldRef.fieldPath} -> ${path}`] : []),
      ...(resourceFieldRef ? [`${resourceFieldRef.resource} -> ${path}`] : []),
    ])
    return ['Type:\tDownwardAPI (a volume populated by information about the pod)', 'Items:', ...indent(items)]
  }
  if (ephemeral) {
    const title =
      'Type:\tEphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)'
    const template = ephemeral.volumeClaimTemplate
    return [title, ...(template ? claimLines({ ...template.metadata }, template.spec) : [])]
  }
  return plainLines(volume) ?? ['<unknown>']
}

/** The kinds of volumes whose fields are simply listed. */
const plainLines = (volume: Volume): readonly string[] | undefined => {
  const { hostPath, emptyDir, secret, configMap, nfs, persistentVolumeClaim: claim, csi, image } = volume
  if (hostPath) {
    return fieldLines('HostPath (bare host directory volume)', {
      Path: hostPath.path,
      HostPathType: hostPath.type ?? '<none>',
    })
  }
  if (emptyDir) {
    const { medium = '', sizeLimit = '0' } = emptyDir
    return fieldLines("EmptyDir (a temporary directory that shares a pod's lifetime)", {
      Medium: medium,
      SizeLimit: String(sizeLimit) === '0' ? '<unset>' : sizeLimit,
    })
  }
  if (secret) {
    const { secretName = '', optional = false } = secret
    return fieldLines('Secret (a volume populated by a Secret)', { SecretName: secretName, Optional: optional })
  }
  if (configMap) {
    const { name = '', optional = false } = configMap
    return fieldLines('ConfigMap (a volume populated by a ConfigMap)', { Name: name, Optional: optional })
  }
  if (nfs) {
    const { server, path, readOnly = false } = nfs
    const type = 'NFS (an NFS mount that lasts the lifetime of a pod)'
    return fieldLines(type, { Server: server, Path: path, ReadOnly: readOnly })
  }
  if (claim) {
    const type = 'PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)'
    return fieldLines(type, { ClaimName: claim.claimName, ReadOnly: claim.readOnly ?? false })
  }
  if (csi) {
    const { driver, fsType = '', readOnly = false } = csi
    const type = 'CSI (a Container Storage Interface (CSI) volume source)'
    return fieldLines(type, { Driver: driver, FSType: fsType, ReadOnly: readOnly })
  }
  if (image) {
    const { reference = '', pullPolicy = '' } = image
    return fieldLines('Image (a container image or OCI artifact)', { Reference: reference, PullPolicy: pullPolicy })
  }
  return undefined
}

const fieldLines = (type: string, fields: Readonly<Record<string, string | number | boolean>>): readonly string[] => [
  `Type:\t${type}`,
  ...Object.entries(fields).map(([name, value]) => `${name}:\t${value}`),
]

const projectionLines = ({
  secret,
  downwardAPI,
  configMap,
  serviceAccountToken: token,
}: VolumeProjection): readonly string[] => {
  if (secret) return [`SecretName:\t${secret.name ?? ''}`, `Optional:\t${secret.optional ?? false}`]
  if (downwardAPI) return ['DownwardAPI:\ttrue']
  if (configMap) return [`ConfigMapName:\t${configMap.name ?? ''}`, `Optional:\t${configMap.optional ?? false}`]
  return token ? [`TokenExpirationSeconds:\t${token.expirationSeconds ?? 0}`] : []
}
