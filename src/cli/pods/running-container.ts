import { faultsOfKind } from '../../api/faults.ts'
import type { Node, Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { type Context, Failure } from '../verb.ts'

/** Throws what kubectl says of a container that nobody can get into: it does not run, or its node does not. */
export const checkRunning = async (pod: Pod, container: string, { client }: Pick<Context, 'client'>): Promise<void> => {
  const { nodeName } = pod.spec
  if (!nodeName)
    throw new Failure(`unable to upgrade connection: pod ${pod.metadata.name} does not have a host assigned`)
  const node = (await client.get({ resource: resourceOfKind('Node'), name: nodeName })) as Node
  if (faultsOfKind(node, 'down').length > 0) {
    const address = node.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? nodeName
    const dialling = `error dialing backend: dial tcp ${address}:10250: connect: no route to host`
    throw new Failure(`Internal error occurred: ${dialling}`)
  }
  if (isRunning(pod, container)) return
  throw new Failure(`Internal error occurred: unable to upgrade connection: container not found ("${container}")`)
}

const isRunning = ({ status }: Pod, name: string): boolean =>
  [
    ...(status?.containerStatuses ?? []),
    ...(status?.initContainerStatuses ?? []),
    ...(status?.ephemeralContainerStatuses ?? []),
  ].some(container => container.name === name && container.state?.running !== undefined)
