import { type FieldError, invalid, notSupported, required } from '../../field-error.ts'
import type { HTTPIngressPath } from '../../generated/types.ts'
import { checkBackend } from './backend-validation.ts'

const types = ['Exact', 'ImplementationSpecific', 'Prefix']
const forbiddenParts = ['//', '/./', '/../', '%2f', '%2F']
const forbiddenEnds = ['/..', '/.']

export const checkPath = (
  { path = '', pathType, backend }: Partial<HTTPIngressPath>,
  field: string,
): readonly FieldError[] => {
  if (!pathType) return [required(`${field}.pathType`, 'pathType must be specified')]
  return [...checkType(path, pathType, field), ...checkBackend(backend ?? {}, `${field}.backend`)]
}

const checkType = (path: string, pathType: string, field: string): readonly FieldError[] => {
  if (!types.includes(pathType)) return [notSupported(`${field}.pathType`, pathType, types)]
  const fault = (why: string): FieldError => invalid(`${field}.path`, path, why)
  const isAbsolute = path.startsWith('/')
  if (pathType === 'ImplementationSpecific') return path === '' || isAbsolute ? [] : [fault('must be an absolute path')]
  return [
    ...(isAbsolute ? [] : [fault('must be an absolute path')]),
    ...forbiddenParts.filter(part => path.includes(part)).map(part => fault(`must not contain '${part}'`)),
    ...forbiddenEnds.filter(end => path.endsWith(end)).map(end => fault(`cannot end with '${end}'`)),
  ]
}
