import type { Job, Pod } from '../../api/generated/types.ts'
import { controllerOf } from '../../api/meta.ts'
import { conditionOf, isConditionTrue } from '../../api/pod-status.ts'
import { jobAsWritten } from './as-written.ts'
import type { Finding, WhyContext } from './check.ts'
import { command, patching, replacing } from './commands.ts'
import { troubleOf } from './pod-trouble.ts'
import { refusalOf, workloadTrouble } from './workload-trouble.ts'

/** Why a Job does not come to its end, or came to a bad one; undefined for one that is well. */
export const jobTrouble = async (job: Job, context: WhyContext): Promise<Omit<Finding, 'about'> | undefined> => {
  const { spec, status } = job
  if (isConditionTrue(status, 'Complete')) return undefined
  if (spec?.suspend) return suspended(job, context)
  const pods = podsOf(job, context)
  const failed = pods.findLast(pod => pod.status?.phase === 'Failed')
  if (isConditionTrue(status, 'Failed')) return failedFor(job, failed, context)
  // One that still tries may succeed: what is wrong with the last try is wrong with the next one, too.
  if (failed) return triedInVain(job, failed, context)
  const workload = { object: job, template: spec?.template ?? {}, replicas: spec?.parallelism ?? 1 }
  return pods.length === 0 && refusalOf(workload, context) ? workloadTrouble(workload, context) : undefined
}

const podsOf = ({ metadata }: Job, { view }: WhyContext): readonly Pod[] =>
  view
    .list<Pod>('Pod', metadata.namespace)
    .filter(pod => controllerOf(pod)?.uid === metadata.uid)
    .toSorted((left, right) =>
      (left.metadata.creationTimestamp ?? '') < (right.metadata.creationTimestamp ?? '') ? -1 : 1,
    )

const suspended = ({ kind, metadata }: Job, context: WhyContext): Omit<Finding, 'about'> => ({
  cause: 'it is suspended: it makes no pods until somebody resumes it',
  evidence: ['spec.suspend is true'],
  mend: [patching(context, { kind, metadata }, { spec: { suspend: false } })],
})

const failedFor = async (job: Job, pod: Pod | undefined, context: WhyContext): Promise<Omit<Finding, 'about'>> => {
  const { reason = '', message = '' } = conditionOf(job.status, 'Failed') ?? {}
  const evidence = [`condition Failed: ${reason}: ${message}`]
  if (reason === 'DeadlineExceeded') return tooLate(job, evidence, context)
  if (!pod) {
    const retried = { cause: `it has failed (${reason}), and its pods are gone`, evidence }
    return { ...retried, mend: [replacing(context, jobAsWritten(job))] }
  }
  const trouble = await troubleOf(pod, context)
  const tries = job.status?.failed ?? 1
  const cause = `it has failed after ${tries === 1 ? 'one try' : `${tries} tries`}: ${ofPod(trouble.cause)}`
  return { cause, evidence: [...evidence, ...trouble.evidence], mend: trouble.mend }
}

const triedInVain = async (job: Job, pod: Pod, context: WhyContext): Promise<Omit<Finding, 'about'>> => {
  const { cause, evidence, mend } = await troubleOf(pod, context)
  return {
    cause: `its pods fail: ${ofPod(cause)}`,
    evidence: [
      `${job.status?.failed ?? 1} have failed, and it gives up after ${job.spec?.backoffLimit ?? 6}`,
      ...evidence,
    ],
    mend,
  }
}

const ofPod = (cause: string): string => cause.replace(/^it has failed: /, '')

const tooLate = (job: Job, evidence: readonly string[], context: WhyContext): Omit<Finding, 'about'> => {
  const { activeDeadlineSeconds, ...spec } = job.spec ?? { template: {} }
  const { controller, name } = { controller: controllerOf(job), name: job.metadata.name }
  const cause = `it has failed: it was not done within its activeDeadlineSeconds, ${activeDeadlineSeconds}`
  if (!controller) return { cause, evidence, mend: [replacing(context, jobAsWritten({ ...job, spec }))] }
  const { namespace } = job.metadata
  const cronJob = { kind: 'CronJob', metadata: { name: controller.name, namespace } }
  const change = { spec: { jobTemplate: { spec: { activeDeadlineSeconds: null } } } }
  return {
    cause,
    evidence,
    mend: [
      patching(context, cronJob, change),
      command(context, `delete job ${name}`, namespace),
      command(context, `create job ${name} --from=cronjob/${controller.name}`, namespace),
    ],
  }
}
