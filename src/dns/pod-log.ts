import type { LogLine } from '../api/behaviour.ts'
import type { Pod } from '../api/generated/types.ts'
import type { PodLogs } from '../api/kubelet.ts'
import type { ClusterView } from '../api/view.ts'
import type { Clock } from '../util/clock.ts'

/** What the pods of CoreDNS print, gathered until their nodes take it. */
export interface PodLog {
  add(text: string, podAddress: string): void
  readonly isEmpty: boolean
  /** Hands everything over. */
  keep(logs: PodLogs): Promise<void>
}

/** A log of pods that are found by their addresses; lines of an address that no pod has are dropped. */
export const createPodLog = ({ view, clock }: { readonly view: ClusterView; readonly clock: Clock }): PodLog => {
  const byAddress = new Map<string, LogLine[]>()
  return {
    add(text, podAddress) {
      const lines = byAddress.get(podAddress) ?? []
      byAddress.set(podAddress, lines)
      lines.push({ time: clock.now(), text })
    },
    get isEmpty() {
      return byAddress.size === 0
    },
    async keep(logs) {
      const gathered = [...byAddress]
      byAddress.clear()
      for (const [address, lines] of gathered) await keepOf(podAt(view, address), lines, logs)
    },
  }
}

const podAt = (view: ClusterView, address: string): Pod | undefined =>
  view.list<Pod>('Pod', 'kube-system').find(({ status }) => status?.podIP === address)

const keepOf = async (pod: Pod | undefined, lines: readonly LogLine[], logs: PodLogs): Promise<void> => {
  const [container] = pod?.spec.containers ?? []
  if (!pod || !container) return
  await logs.note({ namespace: 'kube-system', pod: pod.metadata.name }, container.name, lines)
}
