import type { Asking } from '../../tools/why/why.ts'
import type { Context } from '../verb.ts'
import { toolWorldAt } from '../world/tool-world.ts'

/** How `why` looks closer than from the place that asks: into a pod, and into what its containers printed. */
export const lookingCloser = (context: Context, realDns: boolean): Pick<Asking, 'at' | 'lastLines'> => ({
  async at(from, namespace) {
    return (await toolWorldAt(from, { ...context, namespace }, realDns)).world
  },
  async lastLines({ metadata: { name, namespace = '' } }, container, previous) {
    const kubelet = await context.world.openKubelet(context.cluster)
    const lines = await kubelet.log({ namespace, pod: name, container, previous }).catch(() => [])
    return lines.slice(-3).map(({ text }) => text)
  },
})
