import type { Pod } from '../api/generated/types.ts'
import { folderOf, resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { type Load, loadOfPod, noLoad } from '../controllers/scheduler/load.ts'
import type { Header } from '../store/header.ts'
import type { Store } from '../store/store.ts'

/** What runs on each node, counted along with what is written. */
export interface NodeLoads {
  of(node: string): Load
  /** As the state file keeps it; undefined if nobody has asked yet. */
  readonly kept: Header['loads']
}

export const createNodeLoads = (store: Store<KubeObject>, kept: Header['loads']): NodeLoads => {
  const pods = folderOf(resourceOfKind('Pod'))
  let loads = kept && new Map(Object.entries(kept).map(([node, [pods, cpu, memory]]) => [node, { pods, cpu, memory }]))

  const count = (into: Map<string, Load>, object: KubeObject, sign: 1 | -1): void => {
    const added = loadOfPod(object as Pod)
    if (!added) return
    const before = into.get(added.node) ?? noLoad
    into.set(added.node, {
      pods: before.pods + sign * added.pods,
      cpu: before.cpu + sign * added.cpu,
      memory: before.memory + sign * added.memory,
    })
  }
  const countAll = (): Map<string, Load> => {
    const counted = new Map<string, Load>()
    for (const pod of store.list(pods)) count(counted, pod, 1)
    return counted
  }

  store.subscribe(({ type, key, value, old }) => {
    if (!loads || !key.startsWith(pods)) return
    if (type === 'DELETED') count(loads, value, -1)
    else {
      if (old) count(loads, old, -1)
      count(loads, value, 1)
    }
  })

  return {
    of(node) {
      loads ??= countAll()
      return loads.get(node) ?? noLoad
    },
    get kept() {
      if (!loads) return undefined
      const used = [...loads].filter(([, load]) => load.pods > 0)
      return Object.fromEntries(used.map(([node, { pods, cpu, memory }]) => [node, [pods, cpu, memory] as const]))
    },
  }
}
