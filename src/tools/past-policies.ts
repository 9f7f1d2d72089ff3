import type { NetworkPolicy } from '../api/generated/types.ts'
import type { ClusterView } from '../api/view.ts'
import type { Transport } from '../dns/message.ts'
import { externalServer, internalServer } from '../dns/tiers.ts'
import type { Network } from '../network/network.ts'
import type { Sender } from '../network/packet.ts'

export interface PastPolicies {
  readonly view: ClusterView
  readonly network: Network
  readonly sender: Sender
}

/**
 * A way to name servers on which NetworkPolicies stop what they do not allow, and on which the laptop comes to no
 * address that only the cluster knows: nothing comes back then.
 */
export const pastPolicies =
  (transport: Transport, { view, network, sender }: PastPolicies): Transport =>
  async (query, server) => {
    const isOutside = sender.kind === 'laptop' && server.address !== internalServer && server.address !== externalServer
    // The choice of an endpoint is by chance: where there are no policies, nothing is to be chosen twice.
    if (!isOutside && view.list<NetworkPolicy>('NetworkPolicy').length === 0) return transport(query, server)
    const protocol = query.transport === 'tcp' ? 'TCP' : 'UDP'
    const { steps, outcome } = network.route({ from: sender, to: { ...server, protocol } })
    const isStopped = steps.some(step => step.step === 'policy' && !step.allowed)
    return isStopped || (isOutside && outcome.outcome === 'timeout') ? { outcome: 'timeout' } : transport(query, server)
  }
