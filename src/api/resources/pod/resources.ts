import type { PodSpec } from '../../generated/types.ts'
import { isSidecar } from '../../pod-status.ts'
import { addQuantities, compareQuantities, parseQuantity, type Quantity, zeroQuantity } from '../../quantity.ts'

type Container = PodSpec['containers'][number]

/**
 * How much of a resource a pod asks for or is limited to: what its containers and sidecars need together, or an init
 * container before them if that is more.
 */
export const podResources = (spec: PodSpec, what: 'limits' | 'requests', name: string): Quantity => {
  const amount = ({ resources }: Pick<Container, 'resources'>): Quantity =>
    parseQuantity(String(resources?.[what]?.[name] ?? '0'))
  const add = (left: Quantity, container: Container): Quantity => addQuantities(left, amount(container))
  const inits = spec.initContainers ?? []
  const beside = inits.filter(isSidecar)
  const lasting = [...spec.containers, ...beside].reduce(add, zeroQuantity)
  const peaks = inits
    .filter(container => !isSidecar(container))
    .map(container => inits.slice(0, inits.indexOf(container)).filter(isSidecar).reduce(add, amount(container)))
  const most = peaks.reduce((left, right) => (compareQuantities(left, right) < 0 ? right : left), lasting)
  const whole = spec.resources?.[what]?.[name]
  const base = whole === undefined ? most : parseQuantity(String(whole))
  const overhead = parseQuantity(String(spec.overhead?.[name] ?? '0'))
  return what === 'requests' || base.nano > 0n ? addQuantities(base, overhead) : base
}
