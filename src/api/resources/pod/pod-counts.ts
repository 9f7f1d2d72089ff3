import type { LabelSelector, Pod } from '../../generated/types.ts'
import { isControlledBy, type KubeObject } from '../../meta.ts'
import type { DescribeContext } from '../../resource.ts'
import { formatLabelSelector } from '../../selector-parser.ts'
import { pod } from '../pod.ts'

/** How the pods of a controller fare: `2 Running / 0 Waiting / 0 Succeeded / 0 Failed`. */
export const podCounts = async (
  owner: KubeObject,
  selector: LabelSelector,
  { client }: DescribeContext,
): Promise<string> => {
  const { namespace } = owner.metadata
  const { items } = await client.list(pod, { namespace, labelSelector: formatLabelSelector(selector) })
  const owned = (items as readonly Pod[]).filter(isControlledBy(owner))
  const count = (phase: string): number => owned.filter(({ status }) => status?.phase === phase).length
  return `${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed`
}
