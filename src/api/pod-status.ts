import type { Container, Pod, PodCondition, PodStatus } from './generated/types.ts'

/** A part of a status that has conditions: pods, deployments, nodes, namespaces. */
interface Condition {
  readonly type: string
  readonly status: string
  readonly lastTransitionTime?: string | undefined
}

/** The condition of this type, if it is told. */
export const conditionOf = <C extends { readonly type: string }>(
  status: { readonly conditions?: readonly C[] | undefined } | undefined,
  type: string,
): C | undefined => status?.conditions?.find(condition => condition.type === type)

export const isConditionTrue = (
  status:
    | { readonly conditions?: readonly { readonly type: string; readonly status: string }[] | undefined }
    | undefined,
  type: string,
): boolean => conditionOf(status, type)?.status === 'True'

/**
 * The conditions with this one in its place. Its time of transition is the old one's unless the status changed, so that
 * `condition` comes with the time of now.
 */
export const withCondition = <C extends Condition>(conditions: readonly C[] = [], condition: C): readonly C[] => {
  const old = conditions.find(({ type }) => type === condition.type)
  if (!old) return [...conditions, condition]
  const kept =
    old.status === condition.status ? { ...condition, lastTransitionTime: old.lastTransitionTime } : condition
  return conditions.map(other => (other === old ? kept : other))
}

export const withoutCondition = <C extends Condition>(conditions: readonly C[] = [], type: string): readonly C[] =>
  conditions.filter(condition => condition.type !== type)

export const podCondition = (status: PodStatus | undefined, type: string): PodCondition | undefined =>
  conditionOf(status, type)

/** Whether a pod gets traffic, as its kubelet says. */
export const isPodReady = ({ status }: Pod): boolean => isConditionTrue(status, 'Ready')

/** Since when a pod has been ready, in milliseconds; undefined if it is not. */
export const readySince = ({ status }: Pod): number | undefined => {
  const ready = conditionOf(status, 'Ready')
  return ready?.status === 'True' ? Date.parse(ready.lastTransitionTime ?? '') : undefined
}

/** Ready for at least so many seconds. */
export const isPodAvailable = (pod: Pod, minReadySeconds: number, now: number): boolean => {
  const since = readySince(pod)
  return since !== undefined && (minReadySeconds <= 0 || since + minReadySeconds * 1000 <= now)
}

export const isPodFinished = ({ status }: Pod): boolean => status?.phase === 'Succeeded' || status?.phase === 'Failed'

/** Neither finished nor on its way out. */
export const isPodActive = (pod: Pod): boolean => !isPodFinished(pod) && pod.metadata.deletionTimestamp === undefined

/** An init container that goes on running beside the others. */
export const isSidecar = ({ restartPolicy }: Pick<Container, 'restartPolicy'>): boolean => restartPolicy === 'Always'
