import type { CronJob, Job, Pod, PodSpec } from '../../api/generated/types.ts'
import { controllerOf, type KubeObject } from '../../api/meta.ts'
import { isPodReady } from '../../api/pod-status.ts'
import { asWritten, jobAsWritten } from './as-written.ts'
import type { WhyContext } from './check.ts'
import { command, patching, replacing } from './commands.ts'

/**
 * What keeps a pod alive, at the top of the chain: a Deployment rather than its ReplicaSet. Undefined for a bare pod.
 */
export const ownerOf = ({ view }: Pick<WhyContext, 'view'>, pod: Pod): KubeObject | undefined => {
  let owner: KubeObject | undefined
  for (let next = controllerOf(pod); next; next = owner && controllerOf(owner)) {
    const found = view.get<KubeObject>(next.kind, pod.metadata.namespace, next.name)
    if (!found) return owner
    owner = found
  }
  return owner
}

// Their template can be changed, and pods follow.
const changeable = new Set(['Deployment', 'StatefulSet', 'DaemonSet'])

/** A strategic merge patch of a pod's template. */
export interface PodChange {
  readonly metadata?: object
  readonly spec?: object
}

/** The command that changes what a pod is like: in its owner's template, or by another pod of the same name. */
export const changing = (
  context: Pick<WhyContext, 'view' | 'home'>,
  pod: Pod,
  { change, spec }: { readonly change: PodChange; spec(spec: PodSpec): PodSpec },
): readonly string[] => {
  const owner = ownerOf(context, pod)
  if (!owner) return [replacing(context, asWritten({ ...pod, spec: spec(pod.spec) }))]
  if (owner.kind === 'Job') return [replacing(context, jobAsWritten(withPod(owner as Job, spec)))]
  if (owner.kind === 'CronJob') return inCronJob(context, owner as CronJob, { pod, change })
  if (!changeable.has(owner.kind))
    return [patching(context, owner, { spec: { template: change } }), deletion(context, pod)]
  // A set that goes in order waits for a pod that does not come up, and does not replace it.
  const waits = owner.kind === 'StatefulSet' && !isPodReady(pod)
  return [patching(context, owner, { spec: { template: change } }), ...(waits ? [deletion(context, pod)] : [])]
}

/** The template of a Job cannot be changed, so the Job is made anew. */
const withPod = (job: Job, change: (spec: PodSpec) => PodSpec): Job => {
  if (!job.spec?.template.spec) return job
  return { ...job, spec: { ...job.spec, template: { ...job.spec.template, spec: change(job.spec.template.spec) } } }
}

/** The template of later Jobs, and the Job of this pod in the new form. */
const inCronJob = (
  context: Pick<WhyContext, 'home'>,
  owner: CronJob,
  { pod, change }: { readonly pod: Pod; readonly change: PodChange },
): readonly string[] => {
  const { name, namespace } = owner.metadata
  const job = controllerOf(pod)?.name
  return [
    patching(context, owner, { spec: { jobTemplate: { spec: { template: change } } } }),
    command(context, `delete job ${job}`, namespace),
    command(context, `create job ${job} --from=cronjob/${name}`, namespace),
  ]
}

const deletion = (here: Pick<WhyContext, 'home'>, { metadata }: Pod): string =>
  command(here, `delete pod ${metadata.name}`, metadata.namespace)
