import type { CronJob, Job } from '../../api/generated/types.ts'
import { controllerOf } from '../../api/meta.ts'
import type { ClusterView } from '../../api/view.ts'

/** The Job that a CronJob has made last; undefined if there is none any more, or yet. */
export const newestJobOf = (view: ClusterView, { metadata }: CronJob): Job | undefined =>
  view
    .list<Job>('Job', metadata.namespace)
    .filter(job => controllerOf(job)?.uid === metadata.uid)
    .toSorted((left, right) => (madeAt(left) < madeAt(right) ? -1 : 1))
    .at(-1)

const madeAt = ({ metadata }: Job): string => metadata.creationTimestamp ?? ''
