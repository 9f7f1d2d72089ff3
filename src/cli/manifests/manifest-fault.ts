import { isMap } from '../../util/go-value.ts'

/** What kubectl itself finds wrong with a document before it is sent: it must say what kind it is. */
export const manifestFault = (value: unknown): string | undefined => {
  if (!isMap(value)) return 'invalid object to validate'
  const missing = ['apiVersion', 'kind'].filter(field => value[field] === undefined || value[field] === null)
  const faults = missing.map(field => `${field} not set`)
  return faults.length > 1 ? `[${faults.join(', ')}]` : faults[0]
}
