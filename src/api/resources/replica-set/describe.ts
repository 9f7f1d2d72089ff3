import { conditionReasons } from '../../describe/conditions.ts'
import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import type { ReplicaSet } from '../../generated/types.ts'
import { controllerOf } from '../../meta.ts'
import type { DescribeContext } from '../../resource.ts'
import { formatLabelSelector } from '../../selector-parser.ts'
import { podTemplateLines } from '../pod/describe-template.ts'
import { podCounts } from '../pod/pod-counts.ts'

/** The text of `kubectl describe replicaset`. */
export const describeReplicaSet = async (object: ReplicaSet, context: DescribeContext): Promise<readonly string[]> => {
  const { metadata, spec, status } = object
  const controller = controllerOf(object)
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace}`,
    `Selector:\t${formatLabelSelector(spec.selector)}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    ...(controller ? [`Controlled By:\t${controller.kind}/${controller.name}`] : []),
    `Replicas:\t${status?.replicas ?? 0} current / ${spec.replicas ?? 0} desired`,
    `Pods Status:\t${await podCounts(object, spec.selector, context)}`,
    ...podTemplateLines(spec.template),
    ...conditionReasons(status?.conditions),
    ...(await eventLines(object, context)),
  ]
}
