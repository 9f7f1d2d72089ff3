import { duplicate, type FieldError, forbidden, invalid, required } from '../../field-error.ts'
import type { Volume } from '../../generated/types.ts'
import { isDns1123Label } from '../../validation/names.ts'

export const validateVolumes = (volumes: readonly Volume[], field: string): readonly FieldError[] =>
  volumes.flatMap((volume, index) => [
    ...validateSource(volume, `${field}[${index}]`),
    ...validateName(volumes, index, `${field}[${index}].name`),
  ])

const validateName = (volumes: readonly Volume[], index: number, field: string): readonly FieldError[] => {
  const { name = '' } = volumes[index] ?? {}
  if (name === '') return [required(field)]
  const faults = isDns1123Label(name).map(text => invalid(field, name, text))
  if (faults.length > 0) return faults
  return volumes.findIndex(volume => volume.name === name) < index ? [duplicate(field, name)] : []
}

const validateSource = (volume: Volume, field: string): readonly FieldError[] => {
  const [kind, ...others] = Object.keys(volume).filter(
    key => key !== 'name' && volume[key as keyof Volume] !== undefined,
  )
  if (kind === undefined) return [required(field, 'must specify a volume type')]
  return [
    ...validateNeeds(volume, field),
    ...others.map(other => forbidden(`${field}.${other}`, 'may not specify more than 1 volume type')),
  ]
}

const validateNeeds = (volume: Volume, field: string): readonly FieldError[] => {
  const { hostPath, secret, configMap, persistentVolumeClaim: claim, nfs } = volume
  return [
    ...need(hostPath, hostPath?.path, `${field}.hostPath.path`),
    ...need(secret, secret?.secretName, `${field}.secret.secretName`),
    ...need(configMap, configMap?.name, `${field}.configMap.name`),
    ...need(claim, claim?.claimName, `${field}.persistentVolumeClaim.claimName`),
    ...need(nfs, nfs?.server, `${field}.nfs.server`),
    ...need(nfs, nfs?.path, `${field}.nfs.path`),
  ]
}

const need = (source: object | undefined, value: string | undefined, field: string): readonly FieldError[] =>
  source && !value ? [required(field)] : []
