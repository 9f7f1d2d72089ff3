import type { Job, Pod } from '../../api/generated/types.ts'
import { podFrom } from '../../api/resources/pod-template.ts'
import type { Action } from '../controller.ts'

/** Holds a pod of a Job until it has been counted. */
export const trackingFinalizer = 'batch.kubernetes.io/job-tracking'

const indexKey = 'batch.kubernetes.io/job-completion-index'

export const isTracked = ({ metadata }: Pod): boolean => metadata.finalizers?.includes(trackingFinalizer) ?? false

export const withoutTracking = (pod: Pod): Pod => ({
  ...pod,
  metadata: { ...pod.metadata, finalizers: pod.metadata.finalizers?.filter(name => name !== trackingFinalizer) },
})

export const indexOf = ({ metadata }: Pod): number | undefined => {
  const text = metadata.annotations?.[indexKey]
  return text === undefined ? undefined : Number(text)
}

/** A new pod of a Job; of an indexed one with its number. */
export const creation = (job: Job, index: number | undefined, component: string): Action => ({
  do: 'create',
  object: index === undefined ? tracked(podFrom(job.spec?.template ?? {}, job)) : indexed(job, index),
  regarding: job,
  told: { type: 'Normal', reason: 'SuccessfulCreate', message: 'Created pod: {name}', from: component },
  refused: { type: 'Warning', reason: 'FailedCreate', from: component },
})

const tracked = (pod: Pod): Pod => ({
  ...pod,
  metadata: { ...pod.metadata, finalizers: [...(pod.metadata.finalizers ?? []), trackingFinalizer] },
})

const indexed = (job: Job, index: number): Pod => {
  const pod = tracked(podFrom(job.spec?.template ?? {}, job))
  const name = `${job.metadata.name}-${index}`
  const marks = { [indexKey]: String(index) }
  const env = [
    { name: 'JOB_COMPLETION_INDEX', valueFrom: { fieldRef: { fieldPath: `metadata.labels['${indexKey}']` } } },
  ]
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      generateName: `${name}-`,
      labels: { ...pod.metadata.labels, ...marks },
      annotations: { ...pod.metadata.annotations, ...marks },
    },
    spec: {
      ...pod.spec,
      hostname: name,
      containers: pod.spec.containers.map(container => ({ ...container, env: [...(container.env ?? []), ...env] })),
    },
  }
}
