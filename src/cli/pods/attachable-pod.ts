import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import type { KubeObject } from '../../api/meta.ts'
import { liveObject } from '../selection/find-objects.ts'
import type { NamedTarget } from '../selection/targets.ts'
import { parseTargets } from '../selection/targets.ts'
import { type Context, Failure } from '../verb.ts'
import { mostActive } from './order.ts'
import { goType, podSelectorOf, podsOf } from './pods-of.ts'

/** Reads `POD` or `TYPE/NAME`. */
export const parsePodTarget = (word: string): NamedTarget => {
  const [target] = parseTargets(word.includes('/') ? [word] : ['pods', word]).objects
  if (!target) throw new Failure('resource name may not be empty')
  return target
}

interface Attachable {
  readonly target: NamedTarget
  /** How long to wait for a pod of a workload, in milliseconds. */
  readonly timeout: number
}

export interface FoundPod {
  readonly pod: Pod
  /** What was named: the pod itself, or what it belongs to. */
  readonly target: NamedTarget
  readonly object: KubeObject
}

/** The pod that an object stands for: itself, or the best of those that belong to it. */
export const attachablePod = async ({ target, timeout }: Attachable, context: Context): Promise<FoundPod> => {
  const { resource, name } = target
  const namespace = resource.namespaced ? context.namespace : undefined
  const object = await liveObject({ resource, name, namespace }, context)
  if (resource === resourceOfKind('Pod')) return { pod: object as Pod, target, object }
  const selector = selectorOf({ target, object })
  const [pod] = await podsOf({ namespace, selector, timeout, order: mostActive }, context)
  return { pod, target, object }
}

const selectorOf = ({ target: { resource }, object }: Pick<FoundPod, 'target' | 'object'>): string => {
  try {
    return podSelectorOf(resource, object)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(`cannot attach to ${goType(resource)}: ${why}`)
  }
}
