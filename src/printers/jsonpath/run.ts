import { type Evaluation, evaluate } from './evaluate.ts'
import type { Template } from './nodes.ts'
import { PathError } from './path-error.ts'

/** Which loops are open, as kubectl counts them while it walks the template. */
interface Loops {
  open: number
  beginning: number
  ending: number
  /** The place of the `{end}` met last. */
  lastEnd: number
}

/** The values that each part of a template yields on `value`, loops unrolled; throws a PathError. */
export const runTemplate = (
  template: Template,
  value: unknown,
  { allowMissingKeys = true }: { readonly allowMissingKeys?: boolean | undefined } = {},
): (readonly unknown[])[] => {
  const loops: Loops = { open: 0, beginning: 0, ending: 0, lastEnd: -1 }
  const evaluation: Evaluation = { allowMissingKeys, identifier: (name, values) => enter(name, values, loops) }
  return runFrom({ template, start: 0, evaluation, loops }, value)
}

/** A loop that no `{end}` closes runs to the end of the template, and then what stands behind its start runs again. */
interface Position {
  readonly template: Template
  readonly start: number
  readonly evaluation: Evaluation
  readonly loops: Loops
}

const runFrom = (position: Position, value: unknown): (readonly unknown[])[] => {
  const { template, start, evaluation, loops } = position
  const results: (readonly unknown[])[] = []
  for (let index = start; index < template.length; index += 1) {
    const found = evaluate(template[index] ?? [], [value], evaluation)
    if (loops.ending > 0 && loops.ending <= loops.open) {
      loops.ending -= 1
      loops.lastEnd = index
      break
    }
    if (loops.beginning === 0) {
      results.push(found)
      continue
    }
    results.push(...runLoop({ ...position, start: index + 1 }, found))
    index = Math.max(index, loops.lastEnd)
  }
  return results
}

const runLoop = (body: Position, values: readonly unknown[]): (readonly unknown[])[] => {
  const { loops } = body
  loops.beginning -= 1
  loops.open += 1
  // A null element becomes no value at all on its way into the loop.
  const results = values.flatMap(value => runFrom(body, value ?? undefined))
  // Without values the body runs once on nothing, for its `{end}` to be found (and for what is wrong in it).
  if (values.length === 0) runFrom(body, undefined)
  loops.open -= 1
  return results
}

const enter = (name: string, values: readonly unknown[], loops: Loops): readonly unknown[] => {
  if (name === 'range') {
    loops.beginning += 1
    return values
  }
  if (name !== 'end') throw new PathError(`unrecognized identifier ${name}`, values)
  if (loops.open === 0) throw new PathError('not in range, nothing to end', values)
  loops.ending += 1
  return values
}
