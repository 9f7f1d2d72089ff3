import type { Kubeconfig } from '../../../api/kubeconfig.ts'
import { compact, withEntry, withoutEntry } from './entries.ts'
import { holders, type Property } from './property.ts'

interface Entry {
  readonly name: string
}

/**
 * The kubeconfig with a property set to a value; undefined takes it out. Context entries always have cluster and user.
 */
export const withProperty = (
  config: Kubeconfig,
  property: Property,
  value: string | boolean | undefined,
): Kubeconfig => {
  if (property.list === undefined) return { ...config, [property.field]: value ?? '' }
  const { list, name } = property
  if (name === undefined) return { ...config, [list]: [] }
  const entries: readonly Entry[] = config[list]
  const { field } = property
  if (field === undefined) return { ...config, [list]: withoutEntry(entries, name) }
  const holder = holders[list]
  const change = (old: Entry | undefined): Entry => {
    const fields = { ...(old as Readonly<Record<string, object>> | undefined)?.[holder], [field]: value }
    return {
      name,
      [holder]: list === 'contexts' ? { cluster: '', user: '', ...defined(fields) } : compact(fields),
    } as Entry
  }
  return { ...config, [list]: withEntry(entries, name, change) }
}

const defined = (fields: object): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
