import { eventLines } from '../../describe/events.ts'
import { heading } from '../../describe/heading.ts'
import { orUnset, trueFalse } from '../../describe/lines.ts'
import { longTime } from '../../describe/times.ts'
import type { CronJob } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { formatLabelSelector } from '../../selector-parser.ts'
import { podTemplateLines } from '../pod/describe-template.ts'

/** The text of `kubectl describe cronjob`. */
export const describeCronJob = async (object: CronJob, context: DescribeContext): Promise<readonly string[]> => {
  const { spec, status } = object
  const { selector, parallelism, completions, activeDeadlineSeconds, template } = spec?.jobTemplate.spec ?? {
    template: {},
  }
  const { suspend, startingDeadlineSeconds: patience } = spec ?? {}
  return [
    ...heading(object),
    `Schedule:\t${spec?.schedule ?? ''}`,
    `Concurrency Policy:\t${spec?.concurrencyPolicy ?? ''}`,
    `Suspend:\t${suspend === undefined ? '<unset>' : trueFalse(suspend)}`,
    `Time Zone:\t${orUnset(spec?.timeZone)}`,
    `Successful Job History Limit:\t${orUnset(spec?.successfulJobsHistoryLimit)}`,
    `Failed Job History Limit:\t${orUnset(spec?.failedJobsHistoryLimit)}`,
    `Starting Deadline Seconds:\t${patience === undefined ? '<unset>' : `${patience}s`}`,
    `Selector:\t${selector ? formatLabelSelector(selector) : '<unset>'}`,
    `Parallelism:\t${orUnset(parallelism)}`,
    `Completions:\t${orUnset(completions)}`,
    ...(activeDeadlineSeconds === undefined ? [] : [`Active Deadline Seconds:\t${activeDeadlineSeconds}s`]),
    ...podTemplateLines(template),
    `Last Schedule Time:\t${status?.lastScheduleTime ? longTime(status.lastScheduleTime) : '<unset>'}`,
    `Active Jobs:\t${(status?.active ?? []).map(({ name }) => name).join(', ') || '<none>'}`,
    ...(await eventLines(object, context)),
  ]
}
