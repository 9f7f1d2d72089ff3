import type { Cell, Column } from '../../api/columns.ts'
import type { KubeObject } from '../../api/meta.ts'
import { badRequest } from '../../api/status-error.ts'
import { inOrder } from './in-order.ts'
import type { Negotiated } from './negotiate.ts'

interface TableView {
  readonly columns: readonly Column[]
  readonly form: Pick<Negotiated, 'version'>
  readonly includeObject: string | null
  readonly now: number
  readonly metadata: unknown
}

/** Objects as the rows of a meta.k8s.io Table, with what was asked for of each object. Throws BadRequest. */
export const tableOf = (
  objects: readonly KubeObject[],
  { columns, form: { version }, includeObject, now, metadata }: TableView,
): object => ({
  kind: 'Table',
  apiVersion: `meta.k8s.io/${version}`,
  metadata,
  columnDefinitions: columns.map(definition),
  rows: objects.map(object => ({
    cells: columns.map(column => cellOf(column.cell(object, now))),
    object: includedObject(object, includeObject || 'Metadata', version),
  })),
})

/** An object as the rows of a Table hold it: all of it, its metadata, or nothing. */
export const includedObject = (object: KubeObject, include: string, version: string): unknown => {
  if (include === 'None') return null
  if (include === 'Object') return inOrder(object)
  if (include === 'Metadata') {
    const { metadata } = object
    return inOrder({ kind: 'PartialObjectMetadata', apiVersion: `meta.k8s.io/${version}`, metadata })
  }
  throw badRequest(
    `Unable to convert to Table as requested: includeObject: Invalid value: "${include}": must be 'Metadata', 'Object', 'None', or empty`,
  )
}

// Ages are text that the server has made.
const definition = ({ name, type, format, wide }: Column) => ({
  name,
  type: type === 'date' ? 'string' : type,
  format: format ?? '',
  description: '',
  priority: wide ? 1 : 0,
})

const cellOf = (cell: Cell): string | number | boolean => cell ?? ''
