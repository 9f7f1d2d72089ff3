import { ageOf } from '../../columns.ts'
import { eventLines } from '../../describe/events.ts'
import { titled } from '../../describe/labels.ts'
import type { PersistentVolumeClaim, Pod } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { pod } from '../pod.ts'
import { claimLines } from './describe-claim.ts'

/** The text of `kubectl describe pvc`. */
export const describePersistentVolumeClaim = async (
  object: PersistentVolumeClaim,
  context: DescribeContext,
): Promise<readonly string[]> => {
  const { metadata, spec = {}, status = {} } = object
  const ending = metadata.deletionTimestamp
  const phase = ending ? `Terminating (lasts ${ageOf(ending, context.now)})` : (status.phase ?? '')
  return [
    `Name:\t${metadata.name}`,
    `Namespace:\t${metadata.namespace}`,
    ...claimLines(metadata, spec, { status, phase }),
    ...titled('Used By', await users(object, context)),
    ...(await eventLines(object, context)),
  ]
}

const users = async ({ metadata }: PersistentVolumeClaim, { client }: DescribeContext): Promise<readonly string[]> => {
  const { items } = await client.list(pod, { namespace: metadata.namespace })
  return (items as readonly Pod[])
    .filter(({ spec }) => spec.volumes?.some(({ persistentVolumeClaim: claim }) => claim?.claimName === metadata.name))
    .map(({ metadata: { name } }) => name)
}
