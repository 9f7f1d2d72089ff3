import type { PodLogs } from '../api/kubelet.ts'
import type { Transport } from '../dns/message.ts'
import type { PodLog } from '../dns/pod-log.ts'

/** A transport after each of whose questions the nodes of CoreDNS's pods take down what these have printed. */
export const loggedTransport =
  (transport: Transport, log: PodLog, logs: PodLogs): Transport =>
  async (query, server) => {
    const exchange = await transport(query, server)
    if (!log.isEmpty) await log.keep(logs)
    return exchange
  }
