import type { Pod } from '../../api/generated/types.ts'
import { controllerOf } from '../../api/meta.ts'
import { isPodFinished } from '../../api/pod-status.ts'
import { requestsOf } from './requests.ts'

/** What runs on a node. */
export interface Load {
  pods: number
  cpu: number
  memory: number
  /** How many of the pods belong to the same owner as the one to be scheduled. */
  kin: number
}

/** What runs on each node, as the pod that is to be scheduled finds it. */
export const loadsFor = (pod: Pod, pods: readonly Pod[]): ReadonlyMap<string, Load> => {
  const loads = new Map<string, Load>()
  const owner = controllerOf(pod)?.uid
  for (const other of pods) {
    const { nodeName } = other.spec
    if (!nodeName || isPodFinished(other)) continue
    const load = loads.get(nodeName) ?? emptyLoad()
    loads.set(nodeName, load)
    const { cpu, memory } = requestsOf(other.spec)
    load.pods += 1
    load.cpu += cpu
    load.memory += memory
    if (owner !== undefined && controllerOf(other)?.uid === owner) load.kin += 1
  }
  return loads
}

export const emptyLoad = (): Load => ({ pods: 0, cpu: 0, memory: 0, kin: 0 })
