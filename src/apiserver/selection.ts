import type { ListOptions } from '../api/client.ts'
import { folderOf } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { badRequest } from '../api/status-error.ts'
import type { Snapshot } from './backend.ts'

/** Picks the objects of a list request. Throws BadRequest over a selector that cannot be read. */
export type Select = (snapshot: Pick<Snapshot, 'store' | 'now'>) => readonly KubeObject[]

export const selectorOf = async (resource: Resource, options: ListOptions): Promise<Select> => {
  const { guise } = resource
  const folder = folderOf(guise?.of ?? resource, options.namespace)
  const picks = options.labelSelector || options.fieldSelector ? await predicateOf(resource, options) : () => true
  return ({ store, now }) =>
    (guise ? store.list(folder).map(guise.fromStored) : store.list(folder))
      .filter(object => picks(object) && !isExpired(resource, object, now))
      .map(object => asOf(resource, object, now))
}

/** Whether an object's time is over. */
export const isExpired = (resource: Resource, object: KubeObject, now: number): boolean =>
  resource.expiry !== undefined && resource.expiry(object) <= now

/** The object as it looks at a time. */
export const asOf = (resource: Resource, object: KubeObject, now: number): KubeObject =>
  resource.asOf?.(object, now) ?? object

const predicateOf = async (
  resource: Resource,
  { labelSelector = '', fieldSelector = '' }: ListOptions,
): Promise<(object: KubeObject) => boolean> => {
  const { matchesSelector, parseSelector } = await import('../api/selector-parser.ts')
  const { checkFieldSelector, matchesFields, parseFieldSelector } = await import('../api/field-selector.ts')
  try {
    const labels = parseSelector(labelSelector)
    const fields = parseFieldSelector(fieldSelector)
    checkFieldSelector(fields, Object.keys(fieldsOf(resource, blank)))
    return object =>
      matchesSelector(labels, object.metadata.labels) &&
      (fields.length === 0 || matchesFields(fields, textOf({ ...commonFields(object), ...fieldsOf(resource, object) })))
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SelectorError') throw error
    throw badRequest(error.message)
  }
}

const blank = { apiVersion: '', kind: '', metadata: { name: '' }, spec: {}, status: {} }

const fieldsOf = (resource: Resource, object: KubeObject): Readonly<Record<string, string>> =>
  resource.selectableFields?.(object) ?? {}

const commonFields = ({ metadata }: KubeObject) => ({
  'metadata.name': metadata.name,
  'metadata.namespace': metadata.namespace ?? '',
})

const textOf =
  (fields: Readonly<Record<string, string>>) =>
  (field: string): string =>
    fields[field] ?? ''
