import { compareBytes } from '../../util/compare.ts'

/**
 * A set of paths as a tree. A step is written as in fieldsV1: `f:name` for a field, `k:{...}` for an element of a keyed
 * list, `v:...` for one of a set. A path belongs to the set if its last node is a member.
 */
export interface FieldSet {
  readonly member: boolean
  readonly children: ReadonlyMap<string, FieldSet>
}

export type FieldPath = readonly string[]

export const emptySet: FieldSet = { member: false, children: new Map() }

export const isEmptySet = ({ member, children }: FieldSet): boolean =>
  !member && [...children.values()].every(isEmptySet)

/** A set of these children, without those that hold nothing. */
export const setOf = (member: boolean, children: Iterable<readonly [string, FieldSet]>): FieldSet => ({
  member,
  children: new Map([...children].filter(([, child]) => !isEmptySet(child))),
})

export const setOfPaths = (...paths: readonly FieldPath[]): FieldSet =>
  paths.reduce((set, path) => union(set, onePath(path)), emptySet)

const onePath = ([step, ...rest]: FieldPath): FieldSet =>
  step === undefined ? { member: true, children: new Map() } : setOf(false, [[step, onePath(rest)]])

export const child = ({ children }: FieldSet, step: string): FieldSet => children.get(step) ?? emptySet

export const union = (left: FieldSet, right: FieldSet): FieldSet => {
  if (left.children.size === 0 && !left.member) return right
  const steps = new Set([...left.children.keys(), ...right.children.keys()])
  return setOf(
    left.member || right.member,
    [...steps].map(step => [step, union(child(left, step), child(right, step))] as const),
  )
}

export const intersection = (left: FieldSet, right: FieldSet): FieldSet =>
  setOf(
    left.member && right.member,
    [...left.children].map(([step, node]) => [step, intersection(node, child(right, step))] as const),
  )

export const difference = (left: FieldSet, right: FieldSet): FieldSet =>
  setOf(
    left.member && !right.member,
    [...left.children].map(([step, node]) => {
      const other = right.children.get(step)
      return [step, other ? difference(node, other) : node] as const
    }),
  )

/** As `difference`, and what lies below a path of `right` goes with it. */
export const deepDifference = (left: FieldSet, right: FieldSet): FieldSet =>
  right.member
    ? emptySet
    : setOf(
        left.member,
        [...left.children].map(([step, node]) => [step, deepDifference(node, child(right, step))] as const),
      )

/** The paths in the server's order: of each level first the members, then what is below. */
export const pathsOf = (set: FieldSet, prefix: FieldPath = []): readonly FieldPath[] => {
  const steps = [...set.children].toSorted(([left], [right]) => compareBytes(left, right))
  return [
    ...steps.filter(([, node]) => node.member).map(([step]) => [...prefix, step]),
    ...steps.flatMap(([step, node]) => pathsOf(node, [...prefix, step])),
  ]
}
