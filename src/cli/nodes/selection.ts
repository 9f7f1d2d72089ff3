import { resourceOfKind } from '../../api/lookup.ts'
import { Failure, UsageError } from '../errors.ts'
import { collectObjects, type Known } from '../selection/collect-objects.ts'
import type { Selection } from '../selection/selection.ts'
import type { SelectorFlags } from '../selection/selectors.ts'
import type { Context, Invocation } from '../verb.ts'

/** Which nodes a verb is about that takes nothing else: by name, or by labels. */
export const nodeSelection = (
  args: readonly string[],
  { selector }: SelectorFlags,
  { path }: Invocation,
): Selection => {
  if (args.length === 0 && selector === undefined) {
    throw new UsageError(`USAGE: ${path.join(' ')} NODE [flags]`, { hint: true })
  }
  if (args.length > 0 && selector) {
    throw new UsageError('error: cannot specify both a node name and a --selector option', { hint: true })
  }
  const resource = resourceOfKind('Node')
  if (args.length > 0) return { from: 'names', objects: args.map(name => parseNode(name)) }
  return {
    from: 'lists',
    resources: [resource],
    namespace: undefined,
    labelSelector: selector || undefined,
    fieldSelector: undefined,
  }
}

// `node/NAME` is as good as NAME.
const parseNode = (word: string): { resource: ReturnType<typeof resourceOfKind>; name: string } => {
  const [type, name] = word.split('/')
  if (name !== undefined && !['node', 'nodes', 'no'].includes(type ?? '')) {
    throw new Failure(`error: expected resource of type node, got "${type}"`)
  }
  return { resource: resourceOfKind('Node'), name: name ?? word }
}

/** The nodes, all of them before anything is done with one. */
export const selectedNodes = async (selection: Selection, context: Context): Promise<readonly Known[]> => {
  const { objects, error } = await collectObjects(selection, context)
  if (error !== undefined) throw error
  return objects
}
