import type { Finding } from '../check.ts'
import { nameOf, patching } from '../commands.ts'
import type { Failed } from './failed.ts'

/** A rule that drops: policy Local without an endpoint of the node's own, a source out of range. */
export const dropped = ({ route, reason, context }: Failed): Finding | undefined => {
  const [service] = context.target.services
  // The policy itself was told of before, where it strikes more than this request.
  if (context.found.some(({ check }) => check === 'traffic-policy')) return undefined
  const isDropped = route.steps.some(step => step.step === 'filter' && step.verdict === 'DROP')
  if (!isDropped || !service) return undefined
  const isRange = reason.includes('loadBalancerSourceRanges')
  const field =
    service.spec.internalTrafficPolicy === 'Local' && !reason.includes('external')
      ? 'internalTrafficPolicy'
      : 'externalTrafficPolicy'
  const isLocal = (service.spec as Readonly<Record<string, unknown>>)[field] === 'Local'
  if (isRange) {
    return {
      about: nameOf(context, service),
      cause: reason,
      evidence: [`loadBalancerSourceRanges: ${(service.spec.loadBalancerSourceRanges ?? []).join(', ')}`],
      mend: [patching(context, service, { spec: { loadBalancerSourceRanges: null } }, 'merge')],
    }
  }
  if (!isLocal) return undefined
  const node = route.steps.find(step => step.step === 'filter')
  return {
    about: nameOf(context, service),
    cause: `its ${field} is Local, and node ${node?.step === 'filter' ? node.node : ''} has no endpoint of its own: the packet is dropped`,
    evidence: [reason],
    mend: [patching(context, service, { spec: { [field]: 'Cluster' } })],
  }
}
