import { indent } from '../../describe/lines.ts'
import type { Node, Pod } from '../../generated/types.ts'
import {
  addQuantities,
  parseQuantity,
  printQuantity,
  type Quantity,
  quantityMilli,
  quantityValue,
  zeroQuantity,
} from '../../quantity.ts'
import { podResources } from '../pod/resources.ts'

type What = 'limits' | 'requests'

/** What the pods of a node ask for, each and all together, and how much of the node that is. */
export const allocation = (
  node: Node,
  pods: readonly Pod[],
  ageText: (created: string | undefined) => string,
): readonly string[] => {
  const granted = node.status?.allocatable ?? node.status?.capacity ?? {}
  const whole = (name: string): Quantity => parseQuantity(String(granted[name] ?? '0'))
  const cell = (name: string, some: readonly Pod[], what: What): string => {
    const sum = some.reduce((left, pod) => addQuantities(left, podResources(pod.spec, what, name)), zeroQuantity)
    return `${printQuantity(sum)} (${share(sum, whole(name), name)}%)`
  }
  const rows = pods.map(pod =>
    [
      pod.metadata.namespace ?? '',
      `${pod.metadata.name}\t`,
      ...['cpu', 'memory'].flatMap(name => [cell(name, [pod], 'requests'), cell(name, [pod], 'limits')]),
      ageText(pod.metadata.creationTimestamp),
    ].join('\t'),
  )
  const total = (name: string): string => `${name}\t${cell(name, pods, 'requests')}\t${cell(name, pods, 'limits')}`
  return [
    `Non-terminated Pods:\t(${pods.length} in total)`,
    ...indent([
      'Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge',
      '---------\t----\t\t------------\t----------\t---------------\t-------------\t---',
      ...rows,
    ]),
    'Allocated resources:',
    ...indent([
      '(Total limits may be over 100 percent, i.e., overcommitted.)',
      'Resource\tRequests\tLimits',
      '--------\t--------\t------',
      ...['cpu', 'memory', 'ephemeral-storage'].map(total),
      ...Object.keys(granted).filter(isHugePage).toSorted().map(total),
    ]),
  ]
}

const isHugePage = (name: string): boolean => name.startsWith('hugepages-')

const share = (part: Quantity, whole: Quantity, name: string): number => {
  const count = name === 'cpu' ? quantityMilli : quantityValue
  return count(whole) === 0 ? 0 : Math.trunc((count(part) / count(whole)) * 100)
}
