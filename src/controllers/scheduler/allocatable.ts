import type { Node } from '../../api/generated/types.ts'
import { parseQuantity, type Quantity, quantityMilli, quantityValue } from '../../api/quantity.ts'
import type { Load } from './load.ts'

/** How much a node has for pods: their number, thousandths of a CPU, bytes. What it does not say it has enough of. */
export const allocatableOf = ({ status }: Node): Load => {
  const written = status?.allocatable ?? none
  const known = memo.get(written)
  if (known) return known
  const read = {
    pods: amount(written.pods, quantityValue),
    cpu: amount(written.cpu, quantityMilli),
    memory: amount(written.memory, quantityValue),
  }
  memo.set(written, read)
  return read
}

type Allocatable = NonNullable<NonNullable<Node['status']>['allocatable']>

const none: Allocatable = {}
const memo = new WeakMap<Allocatable, Load>()

const amount = (text: string | number | undefined, measure: (quantity: Quantity) => number): number =>
  text === undefined ? Number.POSITIVE_INFINITY : measure(parseQuantity(String(text)))
