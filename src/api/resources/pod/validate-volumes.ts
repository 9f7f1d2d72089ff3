import { duplicate, type FieldError, forbidden, invalid, notSupported, required } from '../../field-error.ts'
import type { KeyToPath, Volume } from '../../generated/types.ts'
import { isDns1123Label } from '../../validation/names.ts'
import { validateDescendingPath, validateNoBacksteps } from './validate-mounts.ts'

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
  const kinds = Object.keys(volume).filter(key => key !== 'name' && volume[key as keyof Volume] !== undefined)
  const [kind, ...others] = kinds.toSorted((left, right) => placeOf(left) - placeOf(right))
  if (kind === undefined) return [required(field, 'must specify a volume type')]
  return [
    ...validateNeeds(volume, field),
    ...others.map(other => forbidden(`${field}.${other}`, 'may not specify more than 1 volume type')),
  ]
}

// The order in which the server looks at them.
const order = [
  'emptyDir',
  'hostPath',
  'gitRepo',
  'gcePersistentDisk',
  'awsElasticBlockStore',
  'secret',
  'nfs',
  'iscsi',
  'glusterfs',
  'flocker',
  'persistentVolumeClaim',
  'rbd',
  'cephfs',
  'quobyte',
  'downwardAPI',
  'fc',
  'flexVolume',
  'configMap',
]

const placeOf = (kind: string): number => order.indexOf(kind) + 1 || order.length + 1

const validateNeeds = (volume: Volume, field: string): readonly FieldError[] => {
  const { hostPath, secret, configMap, persistentVolumeClaim: claim, nfs } = volume
  return [
    ...need(hostPath, hostPath?.path, `${field}.hostPath.path`),
    ...validateNoBacksteps(hostPath?.path ?? '', `${field}.hostPath.path`),
    ...hostPathType(hostPath?.type, `${field}.hostPath.type`),
    ...need(secret, secret?.secretName, `${field}.secret.secretName`),
    ...validateFiles(secret, `${field}.secret`),
    ...need(configMap, configMap?.name, `${field}.configMap.name`),
    ...validateFiles(configMap, `${field}.configMap`),
    ...need(claim, claim?.claimName, `${field}.persistentVolumeClaim.claimName`),
    ...need(nfs, nfs?.server, `${field}.nfs.server`),
    ...need(nfs, nfs?.path, `${field}.nfs.path`),
  ]
}

const need = (source: object | undefined, value: string | undefined, field: string): readonly FieldError[] =>
  source && !value ? [required(field)] : []

const hostPathTypes = [
  '',
  'DirectoryOrCreate',
  'Directory',
  'FileOrCreate',
  'File',
  'Socket',
  'CharDevice',
  'BlockDevice',
]

const hostPathType = (type: string | undefined, field: string): readonly FieldError[] =>
  type === undefined || hostPathTypes.includes(type) ? [] : [notSupported(field, type, hostPathTypes)]

interface Files {
  readonly defaultMode?: number | undefined
  readonly items?: readonly KeyToPath[] | undefined
}

const validateFiles = ({ defaultMode, items = [] }: Files = {}, field: string): readonly FieldError[] => [
  ...validateMode(defaultMode, `${field}.defaultMode`),
  ...items.flatMap(({ key, path, mode }, index) => [
    ...(key ? [] : [required(`${field}.items[${index}].key`)]),
    ...(path ? [] : [required(`${field}.items[${index}].path`)]),
    ...validateNonLocalPath(path, `${field}.items[${index}].path`),
    ...validateMode(mode, `${field}.items[${index}].mode`),
  ]),
]

const mostMode = 0o777

const validateMode = (mode: number | undefined, field: string): readonly FieldError[] =>
  mode === undefined || (mode >= 0 && mode <= mostMode)
    ? []
    : [invalid(field, mode, 'must be a number between 0 and 0777 (octal), both inclusive')]

// Names that begin with two dots are the kubelet's.
const validateNonLocalPath = (path: string, field: string): readonly FieldError[] => [
  ...validateDescendingPath(path, field),
  ...(path.startsWith('..') && !path.startsWith('../') && path !== '..'
    ? [invalid(field, path, "must not start with '..'")]
    : []),
]
