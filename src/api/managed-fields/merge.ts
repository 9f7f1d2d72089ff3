import type { Schema } from '../schema.ts'
import { entriesOf, itemsOf, type Shape, shapeOf } from './shape.ts'

/** The object with all that the configuration says; what the configuration leaves out stays. */
export const mergeConfiguration = (live: unknown, config: unknown, schema: Schema): unknown => {
  if (config === undefined) return live
  const shape = shapeOf(schema, live, config)
  if (shape.kind === 'map' && entriesOf(live).length + entriesOf(config).length > 0) {
    return mergeFields(shape, live, config)
  }
  if (shape.kind === 'list' && itemsOf(live).length + itemsOf(config).length > 0) return mergeItems(shape, live, config)
  return config
}

const mergeFields = (shape: Shape & { kind: 'map' }, live: unknown, config: unknown): unknown => {
  const merged = new Map(entriesOf(live))
  for (const [name, value] of entriesOf(config)) {
    merged.set(name, mergeConfiguration(merged.get(name), value, shape.fieldOf(name) ?? {}))
  }
  return Object.fromEntries(merged)
}

type Entry = readonly [step: string, item: unknown]

// Elements of the live list that the configuration does not name stay where they are, as far as the configuration's
// order leaves them: both orders are kept where they do not contradict each other.
const mergeItems = (shape: Shape & { kind: 'list' }, live: unknown, config: unknown): unknown => {
  const entries = (list: unknown): Entry[] => itemsOf(list).map(item => [shape.stepOf(item) ?? '', item])
  const [left, right] = [entries(live), entries(config)]
  const [known, wanted] = [new Map(left), new Map(right)]
  const merge = (step: string): unknown => mergeConfiguration(known.get(step), wanted.get(step), shape.items)
  return zip(left, right, known, wanted).map(merge)
}

const zip = (
  left: readonly Entry[],
  right: readonly Entry[],
  known: ReadonlyMap<string, unknown>,
  wanted: ReadonlyMap<string, unknown>,
): readonly string[] => {
  const order: string[] = []
  const shared = right.map(([step]) => step).filter(step => known.has(step))
  const done = new Set<string>()
  let [i, j] = [0, 0]
  const take = (step: string): void => {
    order.push(step)
    done.add(step)
  }
  while (i < left.length || j < right.length) {
    const [before] = left[i] ?? []
    const [after] = right[j] ?? []
    if (before !== undefined && (done.has(before) || isLater(before, after, shared, wanted, done))) i += 1
    else if (before !== undefined && !wanted.has(before)) {
      take(before)
      i += 1
    } else if (after !== undefined) {
      take(after)
      j += 1
    } else i += 1
  }
  return order
}

// An element of both lists whose turn comes later in the order of the configuration.
const isLater = (
  step: string,
  after: string | undefined,
  shared: readonly string[],
  wanted: ReadonlyMap<string, unknown>,
  done: ReadonlySet<string>,
): boolean => after !== undefined && step !== after && wanted.has(step) && shared.find(one => !done.has(one)) !== step
