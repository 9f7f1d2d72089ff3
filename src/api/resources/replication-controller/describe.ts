import { conditionReasons } from '../../describe/conditions.ts'
import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import { mapText } from '../../describe/selector-text.ts'
import type { ReplicationController } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { podTemplateLines } from '../pod/describe-template.ts'
import { podCounts } from '../pod/pod-counts.ts'

/** The text of `kubectl describe replicationcontroller`. */
export const describeReplicationController = async (
  object: ReplicationController,
  context: DescribeContext,
): Promise<readonly string[]> => {
  const { metadata, spec, status } = object
  const counts = await podCounts(object, { matchLabels: spec?.selector ?? {} }, context)
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace}`,
    `Selector:\t${mapText(spec?.selector)}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `Replicas:\t${status?.replicas ?? 0} current / ${spec?.replicas ?? 0} desired`,
    `Pods Status:\t${counts}`,
    ...podTemplateLines(spec?.template),
    ...conditionReasons(status?.conditions),
    ...(await eventLines(object, context)),
  ]
}
