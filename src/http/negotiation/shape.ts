import type { ObjectList } from '../../api/client.ts'
import type { Column } from '../../api/columns.ts'
import { formatApiVersion, type KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { StatusError } from '../../api/status-error.ts'
import { inOrder } from './in-order.ts'
import type { Negotiated } from './negotiate.ts'
import { includedObject, tableOf } from './table.ts'

/** How an object is shown in an answer. */
export interface View {
  readonly resource: Resource
  /** Of Tables. */
  readonly columns: readonly Column[]
  readonly form: Negotiated
  readonly includeObject: string | null
  /** The cluster's time, in milliseconds: Tables hold ages. */
  readonly now: number
}

export interface ListMeta {
  readonly resourceVersion: string
  readonly continue?: string | undefined
  readonly remainingItemCount?: number | undefined
}

/** One object, as itself, as a Table of one row, or as its metadata. */
export const shownObject = (object: KubeObject, view: View): unknown => {
  const { as, version } = view.form
  if (as === 'Table') {
    return tableOf([object], { ...view, metadata: { resourceVersion: object.metadata.resourceVersion ?? '' } })
  }
  if (as === 'PartialObjectMetadataList') throw notA(as, `is not a list (*${goType(view.resource)})`)
  return as ? includedObject(object, 'Metadata', version) : inOrder(object)
}

export const shownList = ({ items }: Pick<ObjectList, 'items'>, metadata: ListMeta, view: View): unknown => {
  const { as, version } = view.form
  if (as === 'Table') return tableOf(items, { ...view, metadata })
  if (as === 'PartialObjectMetadata') throw notA(as, `is a list (*${goType(view.resource)}List)`)
  if (!as) return { ...listType(view.resource), metadata, items: items.map(withoutType) }
  const parts = items.map(item => includedObject(item, 'Metadata', version))
  return { kind: as, apiVersion: `meta.k8s.io/${version}`, metadata, items: parts }
}

const withoutType = (object: KubeObject): unknown => ({ ...inOrder(object), kind: undefined, apiVersion: undefined })

const listType = ({ group, version, kind }: Resource) => ({
  kind: `${kind}List`,
  apiVersion: formatApiVersion(group, version),
})

// Internal Go types are of the package that the group's first word names.
const goType = ({ group, kind }: Resource): string => `${group.split('.')[0] || 'core'}.${kind}`

const notA = (as: string, why: string): StatusError =>
  new StatusError('NotAcceptable', `you requested ${as}, but the requested object ${why}`)
