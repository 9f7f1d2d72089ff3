import type { PodSpec, ResourceRequirements } from '../../generated/types.ts'
import { compareQuantities, parseQuantity } from '../../quantity.ts'

const counted = ['cpu', 'memory'] as const

/** The quality of service class: who goes last when a node runs short. */
export const qosClass = ({ containers, initContainers = [] }: PodSpec): 'BestEffort' | 'Burstable' | 'Guaranteed' => {
  const needs = [...containers, ...initContainers].map(({ resources = {} }) => resources)
  if (needs.every(isModest)) return 'BestEffort'
  return needs.every(isFixed) ? 'Guaranteed' : 'Burstable'
}

const amounts = (list: ResourceRequirements['limits'], name: string) => parseQuantity(String(list?.[name] ?? '0'))

const isModest = ({ limits, requests }: ResourceRequirements): boolean =>
  counted.every(name => [limits, requests].every(list => amounts(list, name).nano === 0n))

/** Limited in cpu and memory, and asking for all of it. */
const isFixed = ({ limits, requests }: ResourceRequirements): boolean =>
  counted.every(name => {
    const limit = amounts(limits, name)
    return (
      limit.nano !== 0n && (requests?.[name] === undefined || compareQuantities(limit, amounts(requests, name)) === 0)
    )
  })
