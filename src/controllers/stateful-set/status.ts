import type { StatefulSetStatus } from '../../api/generated/types.ts'
import { isPodAvailable, isPodReady } from '../../api/pod-status.ts'
import { counts } from '../workload/counts.ts'
import { type Members, revisionNameOf } from './steps.ts'

/** The status of a set. Once all pods are of the new revision it is the current one. */
export const statusOf = ({ set, pods, current, latest, cluster }: Members): StatefulSetStatus => {
  const all = [...pods.values()]
  const { minReadySeconds = 0, updateStrategy } = set.spec ?? {}
  const ofRevision = (name: string): number =>
    all.filter(pod => revisionNameOf(pod) === name && !pod.metadata.deletionTimestamp).length
  const readyReplicas = all.filter(isPodReady).length
  const updatedReplicas = ofRevision(latest.metadata.name)
  const isDone = updateStrategy?.type !== 'OnDelete' && updatedReplicas === all.length && readyReplicas === all.length
  const shown = isDone ? latest : current
  return {
    observedGeneration: set.metadata.generation ?? 0,
    replicas: all.length,
    ...counts({
      readyReplicas,
      currentReplicas: isDone ? updatedReplicas : ofRevision(shown.metadata.name),
      updatedReplicas,
    }),
    availableReplicas: all.filter(pod => isPodAvailable(pod, minReadySeconds, cluster.now)).length,
    currentRevision: shown.metadata.name,
    updateRevision: latest.metadata.name,
    collisionCount: set.status?.collisionCount ?? 0,
  }
}
