import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import { indent, optional } from '../../describe/lines.ts'
import { longTime } from '../../describe/times.ts'
import type { PersistentVolumeClaim, StatefulSet } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { formatLabelSelector } from '../../selector-parser.ts'
import { storageClassOf } from '../persistent-volume-claim/describe-claim.ts'
import { podTemplateLines } from '../pod/describe-template.ts'
import { podCounts } from '../pod/pod-counts.ts'

/** The text of `kubectl describe statefulset`. */
export const describeStatefulSet = async (
  object: StatefulSet,
  context: DescribeContext,
): Promise<readonly string[]> => {
  const { metadata, spec, status } = object
  const { type = '', rollingUpdate } = spec.updateStrategy ?? {}
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace}`,
    `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`,
    `Selector:\t${formatLabelSelector(spec.selector)}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `Replicas:\t${spec.replicas ?? 0} desired | ${status?.replicas ?? 0} total`,
    `Update Strategy:\t${type}`,
    ...indent(optional('Partition', rollingUpdate?.partition)),
    ...indent(optional('MaxUnavailable', rollingUpdate?.maxUnavailable)),
    `Pods Status:\t${await podCounts(object, spec.selector, context)}`,
    ...podTemplateLines(spec.template),
    ...claimSection(spec.volumeClaimTemplates ?? []),
    ...(await eventLines(object, context)),
  ]
}

const claimSection = (claims: readonly PersistentVolumeClaim[]): readonly string[] =>
  claims.length === 0 ? ['Volume Claims:\t<none>'] : ['Volume Claims:', ...claims.flatMap(claimLines)]

const claimLines = ({ metadata, spec = {} }: PersistentVolumeClaim): readonly string[] => [
  `  Name:\t${metadata.name}`,
  `  StorageClass:\t${storageClassOf(metadata.annotations, spec)}`,
  ...labelLines('Labels', metadata.labels, '  '),
  ...labelLines('Annotations', metadata.annotations, '  '),
  `  Capacity:\t${spec.resources?.requests?.storage ?? '<default>'}`,
  `  Access Modes:\t[${(spec.accessModes ?? []).join(' ')}]`,
]
