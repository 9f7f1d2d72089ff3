import type { Client } from '../../api/client.ts'
import { endedKey } from '../../api/ended.ts'
import type { Container, Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'

/** Tells the kubelet that the process of a container is over. */
export const endContainer = async (pod: Pod, { name }: Container, exitCode: number, client: Client): Promise<void> => {
  const run = pod.status?.containerStatuses?.find(status => status.name === name)?.restartCount ?? 0
  const ended = JSON.stringify({ run, exitCode, at: await client.now() })
  await client.patch(
    { resource: resourceOfKind('Pod'), namespace: pod.metadata.namespace, name: pod.metadata.name },
    { type: 'merge', body: { metadata: { annotations: { [endedKey(name)]: ended } } } },
  )
}
