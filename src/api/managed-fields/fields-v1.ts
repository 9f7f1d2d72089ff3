import { compareBytes } from '../../util/compare.ts'
import { isMap } from '../../util/go-value.ts'
import { type FieldPath, type FieldSet, setOf } from './field-set.ts'

/** What a managedFields entry holds: a leaf is `{}`, a member with others below has a `.`. */
export type FieldsV1 = Readonly<Record<string, unknown>>

export const toFieldsV1 = ({ member, children }: FieldSet): FieldsV1 =>
  Object.fromEntries([
    ...(member && children.size > 0 ? [['.', {}] as const] : []),
    ...[...children]
      .toSorted(([left], [right]) => compareBytes(left, right))
      .map(([step, node]) => [step, toFieldsV1(node)] as const),
  ])

export const fromFieldsV1 = (fields: FieldsV1): FieldSet => setOf(false, childrenOf(fields))

const nodeOf = (fields: FieldsV1): FieldSet =>
  setOf('.' in fields || Object.keys(fields).length === 0, childrenOf(fields))

const childrenOf = (fields: FieldsV1): (readonly [string, FieldSet])[] =>
  Object.entries(fields).flatMap(([step, value]) =>
    step === '.' || !isMap(value) ? [] : [[step, nodeOf(value)] as const],
  )

/** A path as conflicts name it: `.spec.ports[port=80,protocol="TCP"].name`. */
export const printPath = (path: FieldPath): string => path.map(printStep).join('')

export const printStep = (step: string): string => {
  const rest = step.slice(2)
  if (step.startsWith('f:')) return `.${rest}`
  if (!step.startsWith('k:')) return step.startsWith('v:') ? `[=${rest}]` : `[${rest}]`
  const keys: unknown = JSON.parse(rest)
  return `[${Object.entries(isMap(keys) ? keys : {})
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .join(',')}]`
}
