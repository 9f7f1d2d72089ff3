import { compareBytes } from '../../util/compare.ts'
import type { ManagedFieldsEntry } from '../generated/types.ts'
import { type FieldSet, isEmptySet } from './field-set.ts'
import { type FieldsV1, fromFieldsV1, toFieldsV1 } from './fields-v1.ts'

/** Who writes: one that applies is the same in all versions, one that updates is another in each. */
export interface ManagerId {
  readonly manager: string
  readonly operation: 'Apply' | 'Update'
  readonly apiVersion: string
  readonly subresource?: string | undefined
}

/** A manager and what it owns. `time` is missing where it changed no value. */
export interface Owner extends ManagerId {
  readonly time?: string | undefined
  readonly fields: FieldSet
}

export const isSameManager = (left: ManagerId, right: ManagerId): boolean =>
  left.manager === right.manager &&
  left.operation === right.operation &&
  (left.subresource ?? '') === (right.subresource ?? '') &&
  (left.operation === 'Apply' || left.apiVersion === right.apiVersion)

export const ownersOf = (entries: readonly ManagedFieldsEntry[] = []): readonly Owner[] =>
  entries.flatMap(({ manager = '', operation, apiVersion = '', subresource, time, fieldsV1 = {} }) =>
    operation === 'Apply' || operation === 'Update'
      ? [{ manager, operation, apiVersion, subresource, time, fields: fromFieldsV1(fieldsV1 as FieldsV1) }]
      : [],
  )

/** The entries as the server writes and sorts them, without owners of nothing; undefined if there are none. */
export const entriesOf = (owners: readonly Owner[]): readonly ManagedFieldsEntry[] | undefined => {
  const entries = owners
    .filter(({ fields }) => !isEmptySet(fields))
    .toSorted(compareOwners)
    .map(entryOf)
  return entries.length > 0 ? entries : undefined
}

const entryOf = ({ manager, operation, apiVersion, time, fields, subresource }: Owner): ManagedFieldsEntry => ({
  manager,
  operation,
  apiVersion,
  ...(time !== undefined && { time }),
  fieldsType: 'FieldsV1',
  fieldsV1: toFieldsV1(fields),
  ...(subresource && { subresource }),
})

const compareOwners = (left: Owner, right: Owner): number =>
  compareBytes(left.operation, right.operation) ||
  compareBytes(left.time ?? '', right.time ?? '') ||
  compareBytes(left.manager, right.manager) ||
  compareBytes(left.apiVersion, right.apiVersion) ||
  compareBytes(left.subresource ?? '', right.subresource ?? '')
