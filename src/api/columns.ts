import { humanDuration } from '../util/human-duration.ts'
import type { KubeObject } from './meta.ts'

export type Cell = string | number | boolean | undefined

/** One column of a kind's table. `wide` columns are shown with -o wide only (priority 1 in a Table of the API). */
export interface Column<T extends KubeObject = KubeObject> {
  readonly name: string
  readonly type: 'string' | 'integer' | 'boolean' | 'date'
  readonly wide: boolean
  /** What clients may take the cells for (`name`). */
  readonly format?: string | undefined
  /** `now`, in milliseconds, is for ages. */
  cell(object: T, now: number): Cell
}

type Read<T extends KubeObject> = (object: T, now: number) => Cell

export const column = <T extends KubeObject>(
  name: string,
  cell: Read<T>,
  type: Column['type'] = 'string',
): Column<T> => ({
  name,
  type,
  wide: false,
  cell,
})

export const wideColumn = <T extends KubeObject>(name: string, cell: Read<T>): Column<T> => ({
  ...column(name, cell),
  wide: true,
})

export const nameColumn: Column = { ...column('Name', ({ metadata }) => metadata.name), format: 'name' }

/** How long ago a time of the API was, as kubectl prints ages; `<unknown>` without one. */
export const ageOf = (time: string | undefined, now: number): string =>
  time ? humanDuration(now - Date.parse(time)) : '<unknown>'

export const ageColumn: Column = column('Age', ({ metadata }, now) => ageOf(metadata.creationTimestamp, now), 'date')
