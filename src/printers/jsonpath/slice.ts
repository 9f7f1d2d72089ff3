import type { SliceNode } from './nodes.ts'
import { PathError } from './path-error.ts'

/** The elements of a list that `[start:end:step]` names; undefined where start and end meet, which is no error. */
export const slice = (node: SliceNode, list: readonly unknown[]): readonly unknown[] | undefined => {
  const { length } = list
  const from = fromEnd(node.start ?? 0, length)
  const to = endOf(node, length)
  if (from === to) return undefined
  if (from >= length || from < 0) throw outOfBounds(from, length)
  if (to > length || to < 0) throw outOfBounds(to - 1, length)
  if (from > to) throw new PathError(`starting index ${from} is greater than ending index ${to}`, [])
  const step = node.step ?? 1
  if (step <= 0) throw new PathError('step must be > 0', [])
  return list.slice(from, to).filter((_, index) => index % step === 0)
}

const fromEnd = (index: number, length: number): number => (index < 0 ? index + length : index)

/** Where the slice stops. The end of `[-1]` is 0, and means the end of the list; a written 0 does not. */
const endOf = ({ end, single }: SliceNode, length: number): number => {
  if (end === undefined) return length
  return single && end === 0 ? length : fromEnd(end, length)
}

const outOfBounds = (index: number, length: number): PathError =>
  new PathError(`array index out of bounds: index ${index}, length ${length}`, [])
