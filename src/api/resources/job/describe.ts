import { humanDuration } from '../../../util/human-duration.ts'
import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import { optional } from '../../describe/lines.ts'
import { longTime } from '../../describe/times.ts'
import type { Job, JobSpec, JobStatus } from '../../generated/types.ts'
import { controllerOf } from '../../meta.ts'
import type { DescribeContext } from '../../resource.ts'
import { formatLabelSelector } from '../../selector-parser.ts'
import { podTemplateLines } from '../pod/describe-template.ts'

/** The text of `kubectl describe job`. */
export const describeJob = async (object: Job, context: DescribeContext): Promise<readonly string[]> => {
  const { metadata, spec = { template: {} }, status = {} } = object
  const controller = controllerOf(object)
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace}`,
    `Selector:\t${formatLabelSelector(spec.selector)}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    ...(controller ? [`Controlled By:\t${controller.kind}/${controller.name}`] : []),
    ...wishLines(spec),
    ...timeLines(status),
    ...(spec.activeDeadlineSeconds === undefined ? [] : [`Active Deadline Seconds:\t${spec.activeDeadlineSeconds}s`]),
    `Pods Statuses:\t${podsText(status)}`,
    ...(spec.completionMode === 'Indexed' ? [`Completed Indexes:\t${indexesText(status.completedIndexes)}`] : []),
    ...podTemplateLines(spec.template),
    ...(await eventLines(object, context)),
  ]
}

const wishLines = (spec: JobSpec): readonly string[] => [
  ...optional('Parallelism', spec.parallelism),
  `Completions:\t${spec.completions ?? '<unset>'}`,
  ...optional('Completion Mode', spec.completionMode),
  ...(spec.suspend === undefined ? [] : [`Suspend:\t${spec.suspend}`]),
  ...optional('Backoff Limit', spec.backoffLimit),
  ...optional('TTL Seconds After Finished', spec.ttlSecondsAfterFinished),
]

const timeLines = ({ startTime, completionTime }: JobStatus): readonly string[] => [
  ...(startTime ? [`Start Time:\t${longTime(startTime)}`] : []),
  ...(completionTime ? [`Completed At:\t${longTime(completionTime)}`] : []),
  ...(startTime && completionTime
    ? [`Duration:\t${humanDuration(Date.parse(completionTime) - Date.parse(startTime))}`]
    : []),
]

const podsText = ({ active = 0, ready, succeeded = 0, failed = 0 }: JobStatus): string =>
  `${active} Active${ready === undefined ? '' : ` (${ready} Ready)`} / ${succeeded} Succeeded / ${failed} Failed`

/** Long lists are cut behind the number that is at the limit. */
const indexesText = (indexes = ''): string => {
  const comma = indexes.indexOf(',', 50)
  return comma < 0 ? indexes || '<none>' : `${indexes.slice(0, comma + 1)}...`
}
