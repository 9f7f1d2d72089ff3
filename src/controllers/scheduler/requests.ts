import type { Container, PodSpec } from '../../api/generated/types.ts'
import { isSidecar } from '../../api/pod-status.ts'
import { parseQuantity, quantityMilli, quantityValue } from '../../api/quantity.ts'

/** What a pod asks of its node: thousandths of a CPU, and bytes. */
export interface Requests {
  readonly cpu: number
  readonly memory: number
}

/** What pods ask that say nothing. */
export const noRequests: Requests = { cpu: 0, memory: 0 }

/** What the containers of a pod request together; init containers run before the others, sidecars beside them. */
export const requestsOf = (spec: PodSpec): Requests => {
  const known = memo.get(spec)
  if (known) return known
  const requests = sumUp(spec)
  memo.set(spec, requests)
  return requests
}

// Specs are not changed but replaced, and the same ones are looked at for each pod that is scheduled.
const memo = new WeakMap<PodSpec, Requests>()

const sumUp = ({ containers, initContainers = [] }: PodSpec): Requests => {
  let beside = noRequests
  let most = noRequests
  for (const container of initContainers) {
    const own = ofContainer(container)
    if (isSidecar(container)) beside = plus(beside, own)
    else most = larger(most, plus(beside, own))
  }
  return larger(
    most,
    containers.reduce((total, container) => plus(total, ofContainer(container)), beside),
  )
}

const ofContainer = ({ resources }: Container): Requests => {
  const { requests } = resources ?? {}
  if (!requests) return noRequests
  const { cpu, memory } = requests
  return {
    cpu: cpu === undefined ? 0 : quantityMilli(parseQuantity(String(cpu))),
    memory: memory === undefined ? 0 : quantityValue(parseQuantity(String(memory))),
  }
}

export const plus = (left: Requests, right: Requests): Requests =>
  right === noRequests ? left : { cpu: left.cpu + right.cpu, memory: left.memory + right.memory }

const larger = (left: Requests, right: Requests): Requests =>
  left === noRequests ? right : { cpu: Math.max(left.cpu, right.cpu), memory: Math.max(left.memory, right.memory) }
