import type { Pod } from '../api/generated/types.ts'
import { resourceOfKind } from '../api/lookup.ts'
import { withCondition } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { keyOf, type Server, store } from './server.ts'

/** Puts a pod on a node, and says so in its status. A pod that is gone, going or already on a node is left alone. */
export const bindPod = (server: Server, { metadata }: Pod, node: string): void => {
  const resource = resourceOfKind('Pod')
  const pod = server.store.get(keyOf(resource, { apiVersion: 'v1', kind: 'Pod', metadata })) as Pod | undefined
  if (!pod || pod.metadata.uid !== metadata.uid || pod.metadata.deletionTimestamp || pod.spec.nodeName) return
  const time = toRfc3339(server.now())
  // What no prober has looked at is written as null.
  const scheduled = { type: 'PodScheduled', status: 'True', lastProbeTime: unprobed, lastTransitionTime: time }
  const conditions = withCondition(pod.status?.conditions, scheduled)
  const bound: Pod = { ...pod, spec: { ...pod.spec, nodeName: node }, status: { ...pod.status, conditions } }
  store(server, resource, bound)
}

const unprobed = null as unknown as string
