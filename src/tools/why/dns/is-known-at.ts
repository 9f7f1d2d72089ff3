import { askOnce } from '../../../dns/resolver/client.ts'
import { outcomeOf } from '../../../dns/resolver/outcome.ts'
import type { WhyContext } from '../check.ts'

/** Whether the cluster's own name is known to who answers at an address. */
export const isKnownAt = async (address: string, { world, settings }: WhyContext): Promise<boolean> => {
  const name = `kubernetes.default.svc.${settings.clusterDomain}.`
  // A single packet may be lost.
  for (let tries = 0; tries < 5; tries++) {
    const { exchange } = await askOnce(world, {
      question: { name, type: 'A', class: 'IN' },
      server: { address, port: 53 },
    })
    if (outcomeOf(exchange) !== 'timeout') return outcomeOf(exchange) === 'answer'
  }
  return false
}
