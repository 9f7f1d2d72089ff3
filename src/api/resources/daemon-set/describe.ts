import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import { mapText } from '../../describe/selector-text.ts'
import type { DaemonSet } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { formatLabelSelector } from '../../selector-parser.ts'
import { podTemplateLines } from '../pod/describe-template.ts'
import { podCounts } from '../pod/pod-counts.ts'

/** The text of `kubectl describe daemonset`. */
export const describeDaemonSet = async (object: DaemonSet, context: DescribeContext): Promise<readonly string[]> => {
  const { metadata, spec, status } = object
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace}`,
    `Selector:\t${formatLabelSelector(spec.selector)}`,
    `Node-Selector:\t${mapText(spec.template.spec?.nodeSelector)}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `Desired Number of Nodes Scheduled: ${status?.desiredNumberScheduled ?? 0}`,
    `Current Number of Nodes Scheduled: ${status?.currentNumberScheduled ?? 0}`,
    `Number of Nodes Scheduled with Up-to-date Pods: ${status?.updatedNumberScheduled ?? 0}`,
    `Number of Nodes Scheduled with Available Pods: ${status?.numberAvailable ?? 0}`,
    `Number of Nodes Misscheduled: ${status?.numberMisscheduled ?? 0}`,
    `Pods Status:\t${await podCounts(object, spec.selector, context)}`,
    ...podTemplateLines(spec.template),
    ...(await eventLines(object, context)),
  ]
}
