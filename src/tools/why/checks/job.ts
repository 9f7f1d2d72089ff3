import type { CronJob, Job } from '../../../api/generated/types.ts'
import { askedFor, defineCheck, type Finding, type WhyContext } from '../check.ts'
import { nameOf, patching } from '../commands.ts'
import { jobTrouble } from '../job-trouble.ts'
import { newestJobOf } from '../newest-job.ts'

/** A Job that failed, or does not come to its end; of a CronJob the one that it made last. */
export const job = defineCheck({
  name: 'job',
  applies: ({ object }) => object?.kind === 'Job' || object?.kind === 'CronJob',
  async find(context) {
    const { target, view } = context
    const cronJob = askedFor<CronJob>(target, 'CronJob')
    if (cronJob?.spec?.suspend) return [suspended(cronJob, context)]
    const job = cronJob ? newestJobOf(view, cronJob) : askedFor<Job>(target, 'Job')
    const trouble = job && (await jobTrouble(job, context))
    return trouble ? [{ about: nameOf(context, job), ...trouble }] : []
  },
})

const suspended = (cronJob: CronJob, context: WhyContext): Finding => ({
  about: nameOf(context, cronJob),
  cause: 'it is suspended: it makes no Jobs until somebody resumes it',
  evidence: ['spec.suspend is true'],
  mend: [patching(context, cronJob, { spec: { suspend: false } })],
})
