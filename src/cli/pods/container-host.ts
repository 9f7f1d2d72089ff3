import type { Host } from '../../pod/host.ts'
import type { Context } from '../verb.ts'
import { endContainer } from './end-container.ts'

// How long nobody looks whether somebody interrupts, in milliseconds.
const step = 100

/** What a container's programs need of the cluster. */
export const containerHost = async ({ world, client, cluster }: Context): Promise<Host> => {
  const { keepPins } = await import('../../tools/pins.ts')
  const kubelet = await world.openKubelet(cluster)
  return {
    kubelet,
    disks: kubelet,
    look: () => world.openView(cluster),
    async sleep(milliseconds, interrupt) {
      for (let left = milliseconds; left > 0 && !interrupt.isRaised; left -= step) {
        await client.sleep(Math.min(step, left))
      }
    },
    stop: (pod, container, exitCode) => endContainer(pod, container, exitCode, client),
    keepPins: pins => keepPins(client, pins),
  }
}
