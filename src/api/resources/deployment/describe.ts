import { by } from '../../../util/compare.ts'
import { omit } from '../../../util/omit.ts'
import { sameJson } from '../../../util/same-json.ts'
import { conditionReasons } from '../../describe/conditions.ts'
import { eventLines } from '../../describe/events.ts'
import { annotationLines, labelLines } from '../../describe/labels.ts'
import { longTime } from '../../describe/times.ts'
import type { Deployment, PodTemplateSpec, ReplicaSet } from '../../generated/types.ts'
import { isControlledBy } from '../../meta.ts'
import type { DescribeContext } from '../../resource.ts'
import { formatLabelSelector } from '../../selector-parser.ts'
import { podTemplateLines } from '../pod/describe-template.ts'
import { replicaSet } from '../replica-set.ts'

/** The text of `kubectl describe deployment`. */
export const describeDeployment = async (object: Deployment, context: DescribeContext): Promise<readonly string[]> => {
  const { metadata, spec, status = {} } = object
  const { type = '', rollingUpdate } = spec.strategy ?? {}
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace}`,
    `CreationTimestamp:\t${longTime(metadata.creationTimestamp)}`,
    ...labelLines('Labels', metadata.labels),
    ...annotationLines(metadata.annotations),
    `Selector:\t${formatLabelSelector(spec.selector)}`,
    `Replicas:\t${replicasText(spec.replicas ?? 0, status)}`,
    `StrategyType:\t${type}`,
    `MinReadySeconds:\t${spec.minReadySeconds ?? 0}`,
    ...(rollingUpdate
      ? [`RollingUpdateStrategy:\t${rollingUpdate.maxUnavailable} max unavailable, ${rollingUpdate.maxSurge} max surge`]
      : []),
    ...podTemplateLines(spec.template),
    ...conditionReasons(status.conditions),
    ...(await replicaSetLines(object, context)),
    ...(await eventLines(object, context)),
  ]
}

const replicasText = (desired: number, status: NonNullable<Deployment['status']>): string => {
  const { updatedReplicas = 0, replicas = 0, availableReplicas = 0, unavailableReplicas = 0 } = status
  return `${desired} desired | ${updatedReplicas} updated | ${replicas} total | ${availableReplicas} available | ${unavailableReplicas} unavailable`
}

const replicaSetLines = async (object: Deployment, { client }: DescribeContext): Promise<readonly string[]> => {
  const { namespace } = object.metadata
  const labelSelector = formatLabelSelector(object.spec.selector)
  const { items } = await client.list(replicaSet, { namespace, labelSelector })
  const owned = (items as readonly ReplicaSet[]).filter(isControlledBy(object))
  if (owned.length === 0) return []
  const current = owned
    .toSorted(by(({ metadata }) => metadata.creationTimestamp ?? ''))
    .find(({ spec }) => sameJson(withoutHash(spec.template), withoutHash(object.spec.template)))
  return [
    `OldReplicaSets:\t${setsText(owned.filter(set => set !== current))}`,
    `NewReplicaSet:\t${setsText(current ? [current] : [])}`,
  ]
}

const withoutHash = ({ metadata, ...rest }: PodTemplateSpec = {}): object => ({
  ...rest,
  metadata: { ...metadata, labels: omit({ ...metadata?.labels }, 'pod-template-hash') },
})

const setsText = (sets: readonly ReplicaSet[]): string =>
  sets
    .map(
      ({ metadata, spec, status }) =>
        `${metadata.name} (${status?.replicas ?? 0}/${spec.replicas ?? 0} replicas created)`,
    )
    .join(', ') || '<none>'
