import type { Behaviour, BehaviourOf } from '../api/behaviour.ts'
import type { Container, Pod } from '../api/generated/types.ts'
import { isDefined } from '../util/range.ts'
import type { Target } from './packet.ts'

/** The container of a pod that takes what comes to a port. */
export interface Listener {
  readonly container: Container
  readonly behaviour: Behaviour
}

/** Who listens at a port of a pod: a running container whose process has it open; undefined if nobody does. */
export const listenerOf = (pod: Pod, target: Target, behaviourOf: BehaviourOf): Listener | undefined =>
  runningContainers(pod)
    .map(container => ({ container, behaviour: behaviourOf(pod, container) }))
    .find(({ container, behaviour }) => isOpen(container, behaviour, target))

/** The containers that run, sidecars included; where a pod's status tells nothing of them, all. */
export const runningContainers = ({ spec, status }: Pod): readonly Container[] => {
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always')
  const statuses = [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? [])]
  const containers = [...spec.containers, ...sidecars]
  if (statuses.length === 0) return status?.phase === 'Pending' ? [] : containers
  const running = new Set(statuses.filter(({ state }) => state?.running).map(({ name }) => name))
  return containers.filter(({ name }) => running.has(name))
}

/** The ports at which a pod accepts something, for who wants to say so. */
export const openPorts = (pod: Pod, behaviourOf: BehaviourOf): readonly number[] | 'all' => {
  const listens = runningContainers(pod).map(container => behaviourOf(pod, container).listens)
  return listens.includes('all') ? 'all' : listens.flatMap(ports => (ports === 'all' ? [] : ports)).filter(isDefined)
}

const isOpen = ({ ports }: Container, { listens, listensUdp }: Behaviour, { port, protocol }: Target): boolean => {
  if (protocol === 'TCP') return listens === 'all' || listens.includes(port)
  if (protocol === 'UDP' && listensUdp) return listensUdp.includes(port)
  // What is known of images is their TCP ports; for the others their declaration is believed.
  return ports?.length
    ? ports.some(declared => declared.containerPort === port && declared.protocol === protocol)
    : listens === 'all'
}
