import type { Host } from '../../pod/host.ts'
import type { Context } from '../verb.ts'

/** What a container's programs need of the cluster. */
export const containerHost = async ({ world, client, cluster }: Context): Promise<Host> => {
  const { keepPins } = await import('../../tools/pins.ts')
  return {
    kubelet: await world.openKubelet(cluster),
    look: () => world.openView(cluster),
    sleep: milliseconds => client.sleep(milliseconds),
    keepPins: pins => keepPins(client, pins),
  }
}
