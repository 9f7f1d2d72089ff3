import { type FieldError, fieldNotFound, invalid, required } from '../../field-error.ts'
import type { Volume, VolumeMount } from '../../generated/types.ts'

export const validateMounts = (
  mounts: readonly VolumeMount[],
  volumes: readonly Volume[],
  field: string,
): readonly FieldError[] =>
  mounts.flatMap(({ name = '', mountPath = '', subPath = '' }, index) => {
    const at = `${field}[${index}]`
    return [
      ...(name === '' ? [required(`${at}.name`)] : []),
      ...(volumes.some(volume => volume.name === name) ? [] : [fieldNotFound(`${at}.name`, name)]),
      ...(mountPath === '' ? [required(`${at}.mountPath`)] : []),
      ...(mounts.findIndex(mount => mount.mountPath === mountPath) < index
        ? [invalid(`${at}.mountPath`, mountPath, 'must be unique')]
        : []),
      ...validateSubPath(subPath, `${at}.subPath`),
    ]
  })

const validateSubPath = (path: string, field: string): readonly FieldError[] => [
  ...(path.startsWith('/') ? [invalid(field, path, 'must be a relative path')] : []),
  ...(path.split('/').includes('..') ? [invalid(field, path, "must not contain '..'")] : []),
]
