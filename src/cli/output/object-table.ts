import { ageColumn, type Cell, type Column, nameColumn } from '../../api/columns.ts'
import type { KubeObject } from '../../api/meta.ts'
import { objectName, type Resource } from '../../api/resource.ts'
import { by } from '../../util/compare.ts'

export interface TableOptions {
  readonly wide?: boolean
  readonly withNamespace?: boolean
  /** Names as `service/web`. */
  readonly withKind?: boolean
  readonly labelColumns?: readonly string[]
  readonly showLabels?: boolean
  /** Only what every kind has: NAME and AGE. */
  readonly plain?: boolean
}

/** The table of a kind's objects, as rows of cells. `now` is the cluster's time, in milliseconds. */
export interface ObjectTable {
  readonly header: readonly string[]
  row(object: KubeObject, now: number): readonly string[]
}

export const objectTable = (resource: Resource, options: TableOptions = {}): ObjectTable => {
  const columns = columnsOf(resource, options)
  return {
    header: columns.map(({ name }) => name.toUpperCase()),
    row: (object, now) => columns.map(({ cell }) => toText(cell(object, now))),
  }
}

type TableColumn = Pick<Column, 'name' | 'cell'>

const columnsOf = (resource: Resource, options: TableOptions): readonly TableColumn[] => {
  const { wide = false, withNamespace = false, withKind = false, plain = false } = options
  const { labelColumns = [], showLabels = false } = options
  const own = plain ? [nameColumn, ageColumn] : resource.columns.filter(column => wide || !column.wide)
  return [
    ...(withNamespace && resource.namespaced ? [namespaceColumn] : []),
    ...own.map(column => (withKind && column.name === nameColumn.name ? kindColumn(resource, column) : column)),
    ...labelColumns.map(labelColumn),
    ...(showLabels ? [labelsColumn] : []),
  ]
}

const namespaceColumn: TableColumn = { name: 'Namespace', cell: ({ metadata }) => metadata.namespace }

const kindColumn = (resource: Resource, { cell }: TableColumn): TableColumn => ({
  name: nameColumn.name,
  cell: (object, now) => objectName(resource, toText(cell(object, now))),
})

const labelColumn = (key: string): TableColumn => ({
  name: key.slice(key.lastIndexOf('/') + 1),
  cell: ({ metadata }) => metadata.labels?.[key],
})

const labelsColumn: TableColumn = {
  name: 'Labels',
  cell: ({ metadata }) =>
    Object.entries(metadata.labels ?? {})
      .toSorted(by(([key]) => key))
      .map(([key, value]) => `${key}=${value}`)
      .join(',') || '<none>',
}

const toText = (cell: Cell): string => (cell === undefined ? '' : String(cell))
