import { type FieldError, fieldNotFound, invalid, required } from '../../field-error.ts'
import type { Volume, VolumeMount } from '../../generated/types.ts'

export const validateMounts = (
  mounts: readonly VolumeMount[],
  volumes: readonly Volume[],
  field: string,
): readonly FieldError[] =>
  mounts.flatMap(({ name = '', mountPath = '', subPath = '', subPathExpr = '' }, index) => {
    const at = `${field}[${index}]`
    return [
      ...(name === '' ? [required(`${at}.name`)] : []),
      ...(volumes.some(volume => volume.name === name) ? [] : [fieldNotFound(`${at}.name`, name)]),
      ...(mountPath === '' ? [required(`${at}.mountPath`)] : []),
      ...(mounts.findIndex(mount => mount.mountPath === mountPath) < index
        ? [invalid(`${at}.mountPath`, mountPath, 'must be unique')]
        : []),
      ...validateDescendingPath(subPath, `${at}.subPath`),
      ...(subPath !== '' && subPathExpr !== ''
        ? [invalid(`${at}.subPathExpr`, subPathExpr, 'subPathExpr and subPath are mutually exclusive')]
        : []),
      ...validateDescendingPath(subPathExpr, `${at}.subPathExpr`),
    ]
  })

/** The faults of a path that has to stay below where it begins. */
export const validateDescendingPath = (path: string, field: string): readonly FieldError[] => [
  ...(path.startsWith('/') ? [invalid(field, path, 'must be a relative path')] : []),
  ...validateNoBacksteps(path, field),
]

export const validateNoBacksteps = (path: string, field: string): readonly FieldError[] =>
  path.split('/').includes('..') ? [invalid(field, path, "must not contain '..'")] : []
