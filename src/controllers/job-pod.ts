import type { Job, Pod } from '../api/generated/types.ts'
import { controllerOf } from '../api/meta.ts'
import { isConditionTrue } from '../api/pod-status.ts'
import { defineController, update } from './controller.ts'
import { isTracked, withoutTracking } from './job/pods.ts'

/** Lets go of pods whose Job is gone or over, so that nobody would count them any more. */
export const jobPodController = defineController<Pod>({
  name: 'jobpod',
  reconciles: 'Pod',
  watches: {
    Job: (job, cluster) => cluster.by<Pod>('Pod', 'controller', job.metadata.uid ?? ''),
  },

  reconcile(pod, cluster) {
    if (!isTracked(pod)) return []
    const owner = controllerOf(pod)
    const job = owner && cluster.get<Job>('Job', pod.metadata.namespace, owner.name)
    const isOver = isConditionTrue(job?.status, 'Complete') || isConditionTrue(job?.status, 'Failed')
    return job && job.metadata.uid === owner.uid && !isOver ? [] : [update(withoutTracking(pod))]
  },
})
