import { goType, goValue, isMap } from '../../util/go-value.ts'
import { passes } from './filter.ts'
import type { FilterNode, Path, PathNode, SliceNode } from './nodes.ts'
import { PathError } from './path-error.ts'
import { followNames, isSimpleName } from './plain-path.ts'
import { slice } from './slice.ts'

/** What a path's evaluation may do beside looking into values. */
export interface Evaluation {
  readonly allowMissingKeys: boolean
  /** `range`, `end` and every other bare word: gives the values that the rest of the path goes on with. */
  identifier(name: string, values: readonly unknown[]): readonly unknown[]
}

/** Applies a path to values, step by step, each step to all of them; throws a PathError. */
export const evaluate = (path: Path, values: readonly unknown[], evaluation: Evaluation): readonly unknown[] => {
  let current = values
  for (let index = 0; index < path.length; ) {
    const names = evaluation.allowMissingKeys ? simpleNames(path, index) : []
    const node = path[index]
    if (names.length > 0) current = followNames(current, names)
    else if (node) current = applyNode(node, current, evaluation)
    index += names.length || 1
  }
  return current
}

/** The longest run of fields from `start` on that can be followed in one go. */
const simpleNames = (path: Path, start: number): string[] => {
  const names: string[] = []
  for (let node = path[start]; node?.kind === 'field' && isSimpleName(node.name); node = path[start + names.length]) {
    names.push(node.name)
  }
  return names
}

const applyNode = (node: PathNode, values: readonly unknown[], evaluation: Evaluation): readonly unknown[] => {
  switch (node.kind) {
    case 'text':
      return [node.text]
    case 'literal':
      return values.map(() => node.value)
    case 'identifier':
      return evaluation.identifier(node.name, values)
    case 'field':
      return field(node.name, values, evaluation)
    case 'wildcard':
      return values.flatMap(children)
    case 'recursive':
      return values.flatMap(withDescendants)
    case 'slice':
      return slices(node, values)
    case 'union':
      return node.paths.flatMap(path => within(values, () => evaluate(path, values, evaluation)))
    case 'filter':
      return filter(node, values, evaluation)
  }
}

const field = (name: string, values: readonly unknown[], { allowMissingKeys }: Evaluation): unknown[] => {
  const found = values.filter(isMap).filter(map => Object.hasOwn(map, name))
  if (found.length === 0 && values.length > 0 && !allowMissingKeys) throw new PathError(`${name} is not found`, [])
  return found.map(map => map[name])
}

/** Entries of a map in their order (kubectl's is random), elements of a list, bytes of a string. */
const children = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value
  if (typeof value === 'string') return [...new TextEncoder().encode(value)]
  return isMap(value) ? Object.values(value) : []
}

/** A value that holds others, and after it all of those that do so in their turn. */
const withDescendants = (value: unknown): unknown[] => {
  const below = children(value)
  return below.length === 0 ? [] : [value, ...below.flatMap(withDescendants)]
}

const slices = (node: SliceNode, values: readonly unknown[]): unknown[] => {
  const found: unknown[] = []
  for (const value of values) {
    if (value === null || value === undefined) continue
    if (!Array.isArray(value)) throw new PathError(`${goType(value)} is not array or slice`, values)
    const part = within(values, () => slice(node, value))
    // kubectl's evaluator returns at the first empty slice and forgets the values behind it.
    if (part === undefined) return found
    found.push(...part)
  }
  return found
}

const filter = (node: FilterNode, values: readonly unknown[], evaluation: Evaluation): unknown[] =>
  values.flatMap(value => {
    if (!Array.isArray(value)) {
      const shown = value === undefined ? '<invalid reflect.Value>' : goValue(value)
      throw new PathError(`${shown} is not array or slice and cannot be filtered`, values)
    }
    const side = (path: Path, element: unknown) => evaluate(path, [element], evaluation)
    return value.filter(element => within(values, () => passes(node, path => side(path, element))))
  })

/** Runs a step; where it fails, the error says that the step's own `values` were the last. */
const within = <T>(values: readonly unknown[], run: () => T): T => {
  try {
    return run()
  } catch (error) {
    throw error instanceof PathError ? new PathError(error.message, values) : error
  }
}
