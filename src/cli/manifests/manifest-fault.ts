import { isMap } from '../../util/go-value.ts'

/** What kubectl itself finds wrong with a document before it is sent: it, or each of a List, must say what kind it is. */
export const manifestFault = (value: unknown): string | undefined => {
  const own = kindFaults(value)
  const faults = [...new Set(own.length === 0 && isList(value) ? listFaults(value.items) : own)]
  return faults.length > 1 ? `[${faults.join(', ')}]` : faults[0]
}

const kindFaults = (value: unknown): readonly string[] => {
  if (!isMap(value)) return [noObject]
  const faults = [versionFault(value.apiVersion), textFault('kind', value.kind)]
  return faults.filter(fault => fault !== undefined)
}

const noObject = 'invalid object to validate'

const versionFault = (version: unknown): string | undefined => {
  const fault = textFault('apiVersion', version)
  const groups = String(version).split('/').length - 1
  return fault ?? (groups > 1 ? `unexpected GroupVersion string: ${version}` : undefined)
}

const textFault = (field: string, value: unknown): string | undefined => {
  if (value === undefined || value === null) return `${field} not set`
  return typeof value === 'string' ? undefined : `${field} isn't string type`
}

const isList = (value: unknown): value is { readonly items?: unknown } =>
  isMap(value) && value.apiVersion === 'v1' && value.kind === 'List'

const listFaults = (items: unknown): readonly string[] =>
  Array.isArray(items) ? items.flatMap(kindFaults) : [noObject]
