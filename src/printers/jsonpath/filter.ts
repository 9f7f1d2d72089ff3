import { compareUtf8 } from '../../util/compare.ts'
import { numberKind } from '../../util/json-number.ts'
import type { FilterNode, Path } from './nodes.ts'
import { PathError } from './path-error.ts'

/** Whether an element passes a filter; `side` evaluates one side of it on that element. Throws a PathError. */
export const passes = (node: FilterNode, side: (path: Path) => readonly unknown[]): boolean => {
  const { operator } = node
  if (operator === undefined) return exists(() => side(node.left))
  const lefts = side(node.left)
  if (lefts.length === 0) return false
  if (lefts.length > 1) throw refuse('can only compare one element at a time')
  const rights = side(node.right)
  if (rights.length === 0) return false
  if (rights.length > 1) throw refuse('can only compare one element at a time')
  const test = tests[operator]
  if (!test) throw refuse(`unrecognized filter operator ${operator}`)
  return test(lefts[0], rights[0])
}

/** An error passes too, where values had been found before it: kubectl counts them and does not look at the error. */
const exists = (find: () => readonly unknown[]): boolean => {
  try {
    return find().length > 0
  } catch (error) {
    if (error instanceof PathError) return error.values.length > 0
    throw error
  }
}

type Test = (left: unknown, right: unknown) => boolean

/** As Go's text/template compares: no two kinds of value with one another, an int64 and a float64 neither. */
const tests: Readonly<Record<string, Test>> = {
  '==': (left, right) => equal(left, right),
  '!=': (left, right) => !equal(left, right),
  '<': (left, right) => less(left, right),
  '<=': (left, right) => less(left, right) || equal(left, right),
  '>': (left, right) => !(less(left, right) || equal(left, right)),
  '>=': (left, right) => !less(left, right),
}

const equal: Test = (left, right) => {
  commonKind(left, right)
  return left?.valueOf() === right?.valueOf()
}

const less: Test = (left, right) => {
  if (commonKind(left, right) === 'bool') throw refuse('invalid type for comparison')
  if (typeof left === 'string' && typeof right === 'string') return compareUtf8(left, right) < 0
  return (left as number).valueOf() < (right as number).valueOf()
}

const commonKind = (left: unknown, right: unknown): string => {
  const kind = kindOf(left)
  if (kind !== kindOf(right)) throw refuse('incompatible types for comparison')
  return kind
}

const kindOf = (value: unknown): string => {
  if (typeof value === 'boolean') return 'bool'
  const kind = typeof value === 'string' ? 'string' : numberKind(value)
  if (!kind) throw refuse('invalid type for comparison')
  return kind
}

const refuse = (message: string): PathError => new PathError(message, [])
