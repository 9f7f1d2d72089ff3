import type { ContainerStatus, Pod, PodCondition } from '../../api/generated/types.ts'
import { isConditionTrue, isSidecar } from '../../api/pod-status.ts'
import { isDefined } from '../../util/range.ts'
import { isInitialised } from './containers.ts'

type Told = Pick<PodCondition, 'type' | 'status' | 'reason' | 'message'>

/** What a kubelet knows of a pod when it writes its conditions. */
export interface Known {
  readonly phase: string
  readonly init: readonly ContainerStatus[]
  readonly main: readonly ContainerStatus[]
  readonly isMounted: boolean
  /** The time of now, as the API writes it. */
  readonly time: string
}

/** The condition of a pod that has its network and its volumes. */
export const readyToStart = 'PodReadyToStartContainers'

/** The conditions of a pod: the kubelet's in their order, then those of others. */
export const conditionsOf = (pod: Pod, known: Known): readonly PodCondition[] => {
  const old = pod.status?.conditions ?? []
  const own: readonly Told[] = [
    { type: readyToStart, status: known.isMounted && known.phase !== 'Succeeded' ? 'True' : 'False' },
    initialised(pod, known),
    readiness(pod, known),
    { ...containersReady(pod, known), type: 'ContainersReady' },
  ]
  const scheduled = old.find(({ type }) => type === 'PodScheduled') ?? { type: 'PodScheduled', status: 'True' }
  const kept = old.filter(({ type }) => type !== 'PodScheduled' && !own.some(told => told.type === type))
  return [...own.map(told => since(told, old, known.time)), since(scheduled, old, known.time), ...kept]
}

/**
 * The Ready condition of a pod whose containers stand as they stood, if its readiness gates changed it; else undefined.
 */
export const gatedReadiness = (pod: Pod, time: string): readonly PodCondition[] | undefined => {
  const { conditions = [] } = pod.status ?? {}
  const ready = conditions.find(({ type }) => type === 'Ready')
  if (!pod.spec.readinessGates?.length || !ready || !isConditionTrue(pod.status, 'ContainersReady')) return undefined
  const closed = closedGates(pod)
  const told: Told | undefined = closed
    ? ready.status === 'True'
      ? { type: 'Ready', status: 'False', reason: gatesNotReady, message: closed }
      : undefined
    : ready.status === 'False' && ready.reason === gatesNotReady
      ? { type: 'Ready', status: 'True' }
      : undefined
  return told && conditions.map(condition => (condition === ready ? since(told, conditions, time) : condition))
}

const gatesNotReady = 'ReadinessGatesNotReady'

const since = (told: Told, old: readonly PodCondition[], time: string): PodCondition => {
  const before = old.find(({ type }) => type === told.type)
  const lastTransitionTime = before?.status === told.status ? (before.lastTransitionTime ?? time) : time
  return { ...told, lastProbeTime: unprobed, lastTransitionTime }
}

// What no prober has looked at is written as null.
const unprobed = null as unknown as string

const initialised = ({ spec }: Pod, { init }: Known): Told => {
  const names = (spec.initContainers ?? []).filter((container, index) => {
    const status = init[index]
    return !status || !isInitialised(container, status)
  })
  if (names.length === 0) return { type: 'Initialized', status: 'True' }
  const message = `containers with incomplete status: [${names.map(({ name }) => name).join(' ')}]`
  return { type: 'Initialized', status: 'False', reason: 'ContainersNotInitialized', message }
}

const readiness = (pod: Pod, known: Known): Told => {
  const containers = containersReady(pod, known)
  const closed = closedGates(pod)
  if (containers.status === 'False' || !closed) return { ...containers, type: 'Ready' }
  return { type: 'Ready', status: 'False', reason: gatesNotReady, message: closed }
}

const containersReady = ({ spec }: Pod, { phase, init, main }: Known): Omit<Told, 'type'> => {
  if (phase === 'Succeeded') return { status: 'False', reason: 'PodCompleted' }
  if (phase === 'Failed') return { status: 'False', reason: 'PodFailed' }
  const sidecars = (spec.initContainers ?? []).map((container, index) =>
    isSidecar(container) ? init[index] : undefined,
  )
  const unready = [...sidecars.filter(isDefined), ...main].filter(({ ready }) => !ready)
  if (unready.length === 0) return { status: 'True' }
  const message = `containers with unready status: [${unready.map(({ name }) => name).join(' ')}]`
  return { status: 'False', reason: 'ContainersNotReady', message }
}

/** What keeps the readiness gates closed; undefined if nothing does. */
const closedGates = ({ spec, status }: Pod): string | undefined => {
  const closed = (spec.readinessGates ?? []).flatMap(({ conditionType }) => {
    const condition = status?.conditions?.find(({ type }) => type === conditionType)
    if (!condition) return [`corresponding condition of pod readiness gate "${conditionType}" does not exist`]
    if (condition.status === 'True') return []
    return [`the status of pod readiness gate "${conditionType}" is not "True", but ${condition.status}`]
  })
  return closed.length > 0 ? closed.join(', ') : undefined
}
