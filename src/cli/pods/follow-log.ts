import type { Container, Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { looks } from '../logs/looks.ts'
import type { Context } from '../verb.ts'

/** Prints what a container prints from now on, until it ends. */
export const followLog = async (
  { pod, container }: { readonly pod: Pod; readonly container: Container },
  { client, world, io, cluster }: Context,
): Promise<void> => {
  const { namespace = 'default', name } = pod.metadata
  const kubelet = await world.openKubelet(cluster)
  const read = () => kubelet.log({ namespace, pod: name, container: container.name })
  let printed = (await read()).length
  const options = { namespace, fieldSelector: `metadata.name=${name}` }
  for await (const event of looks(client.watch(resourceOfKind('Pod'), options), world)) {
    if (event && (event.type === 'DELETED' || !isRunning(event.object as Pod, container))) return
    const lines = await read()
    for (const { text } of lines.slice(printed)) io.out.write(`${text}\n`)
    printed = lines.length
  }
}

const isRunning = ({ status }: Pod, { name }: Container): boolean =>
  status?.containerStatuses?.some(each => each.name === name && each.state?.running !== undefined) === true
