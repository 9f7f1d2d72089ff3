import { resolve } from '../../dns/resolver/resolve.ts'
import type { Candidate, Step } from '../../network/packet.ts'
import type { ToolWorld } from '../tool.ts'
import { candidateText } from './route-rows.ts'

/** How often connections ended in one and the same place. */
export interface Share {
  readonly end: string
  readonly count: number
}

/** Makes many connections to a host's port, and counts where they end. */
export const spread = async (
  world: ToolWorld,
  { host, port, times }: { readonly host: string; readonly port: number; readonly times: number },
): Promise<readonly Share[]> => {
  const { addresses, outcome: found } = await resolve(world, host)
  if (addresses.length === 0) return [{ end: `${host} does not resolve: ${found}`, count: times }]
  const counts = new Map<string, number>()
  for (let turn = 0; turn < times; turn++) {
    // A DNS server shuffles addresses, so that clients which take the first one spread out.
    const address = addresses[world.random.below(addresses.length)] ?? ''
    const { route, milliseconds } = await world.connect({ address, port, protocol: 'TCP' })
    world.wait(milliseconds)
    const { outcome } = route
    const choice = route.steps.find((step): step is Extract<Step, { step: 'choice' }> => step.step === 'choice')
    for (const { passedOver, ...candidate } of choice?.candidates ?? []) {
      const end = passedOver === undefined ? candidateText(candidate) : undefined
      if (end !== undefined && !counts.has(end)) counts.set(end, 0)
    }
    const end =
      outcome.outcome === 'delivered' ? endOf(outcome, choice?.chosen) : `${outcome.outcome}: ${outcome.reason}`
    counts.set(end, (counts.get(end) ?? 0) + 1)
  }
  return [...counts].map(([end, count]) => ({ end, count }))
}

type Delivered = Extract<Awaited<ReturnType<ToolWorld['connect']>>['route']['outcome'], { outcome: 'delivered' }>

const endOf = ({ receiver, address, port }: Delivered, chosen: Candidate | undefined): string => {
  if (chosen) return candidateText(chosen)
  if (receiver.kind === 'host') return `${address}:${port} ${receiver.name}`
  const { metadata, spec } = receiver.pod
  return candidateText({ address, port, pod: `${metadata.namespace}/${metadata.name}`, node: spec.nodeName })
}
