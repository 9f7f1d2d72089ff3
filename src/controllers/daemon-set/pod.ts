import type { DaemonSet, Pod } from '../../api/generated/types.ts'
import { podFrom } from '../../api/resources/pod-template.ts'
import { revisionLabel } from '../workload/revisions.ts'
import { toleratingSpec } from './nodes.ts'

/** The pod of a set for one node: the scheduler can put it nowhere else. */
export const podFor = (set: DaemonSet, node: string, hash: string): Pod => {
  const pod = podFrom(set.spec?.template ?? {}, set)
  const { affinity } = pod.spec
  const generation = set.metadata.annotations?.['deprecated.daemonset.template.generation'] ?? '1'
  return {
    ...pod,
    metadata: {
      ...pod.metadata,
      labels: { ...pod.metadata.labels, [revisionLabel]: hash, 'pod-template-generation': generation },
    },
    spec: {
      ...toleratingSpec(pod.spec),
      affinity: {
        ...affinity,
        nodeAffinity: {
          ...affinity?.nodeAffinity,
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }],
          },
        },
      },
    },
  }
}

/** The node that a pod is for, whether it is there yet or not. */
export const nodeOf = ({ spec }: Pod): string | undefined =>
  spec.nodeName ??
  spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
    .flatMap(({ matchFields = [] }) => matchFields)
    .find(({ key }) => key === 'metadata.name')?.values?.[0]
