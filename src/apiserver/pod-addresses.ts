import type { Node, Pod } from '../api/generated/types.ts'
import { resourceOfKind } from '../api/lookup.ts'
import { addressAt, sizeOf } from '../util/ip.ts'
import { type Server, store } from './server.ts'

/** Where each range of pod addresses stands: the number of the next address to give, kept with the cluster. */
export type Cursors = Map<string, number>

// .0 is the network, .1 the node's bridge.
const first = 2

/**
 * Gives a pod the next address of a range, round and round, skipping what other pods hold. Leaves the pod alone if all
 * are held.
 */
export const takeAddress = (server: Server, cursors: Cursors, pod: Pod, range: string): void => {
  const address = nextFree(server, cursors, range)
  if (!address) return
  const node = server.view.get<Node>('Node', undefined, pod.spec.nodeName ?? '')
  const hostIP = node?.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address
  const host = hostIP ? { hostIP, hostIPs: [{ ip: hostIP }] } : {}
  const status = { ...pod.status, ...host, podIP: address, podIPs: [{ ip: address }] }
  const addressed: Pod = { ...pod, status }
  store(server, resourceOfKind('Pod'), addressed)
}

const nextFree = ({ view }: Server, cursors: Cursors, range: string): string | undefined => {
  const count = Number(sizeOf(range)) - first - 1
  const start = cursors.get(range) ?? 0
  const held = new Set<string | undefined>()
  if (start >= count) for (const pod of view.list<Pod>('Pod')) held.add(pod.status?.podIP)
  for (let step = 0; step < count; step++) {
    const address = addressAt(range, first + ((start + step) % count))
    if (held.has(address)) continue
    cursors.set(range, start + step + 1)
    return address
  }
  return undefined
}
