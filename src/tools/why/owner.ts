import type { Pod, PodSpec } from '../../api/generated/types.ts'
import { controllerOf, type KubeObject } from '../../api/meta.ts'
import { asWritten } from './as-written.ts'
import type { WhyContext } from './check.ts'
import { command, patching, replacing } from './commands.ts'

/**
 * What keeps a pod alive, at the top of the chain: a Deployment rather than its ReplicaSet. Undefined for a bare pod.
 */
export const ownerOf = ({ view }: Pick<WhyContext, 'view'>, pod: Pod): KubeObject | undefined => {
  let owner: KubeObject | undefined
  for (let next = controllerOf(pod); next; next = owner && controllerOf(owner)) {
    const found = view.get<KubeObject>(next.kind, pod.metadata.namespace, next.name)
    if (!found) return owner
    owner = found
  }
  return owner
}

// Their template can be changed, and pods follow.
const changeable = new Set(['Deployment', 'StatefulSet', 'DaemonSet'])

/** A strategic merge patch of a pod's template. */
export interface PodChange {
  readonly metadata?: object
  readonly spec?: object
}

/** The command that changes what a pod is like: in its owner's template, or by another pod of the same name. */
export const changing = (
  context: Pick<WhyContext, 'view' | 'home'>,
  pod: Pod,
  { change, spec }: { readonly change: PodChange; spec(spec: PodSpec): PodSpec },
): readonly string[] => {
  const owner = ownerOf(context, pod)
  if (!owner) return [replacing(context, asWritten({ ...pod, spec: spec(pod.spec) }))]
  if (!changeable.has(owner.kind))
    return [patching(context, owner, { spec: { template: change } }), deletion(context, pod)]
  return [patching(context, owner, { spec: { template: change } })]
}

const deletion = (here: Pick<WhyContext, 'home'>, { metadata }: Pod): string =>
  command(here, `delete pod ${metadata.name}`, metadata.namespace)
