import type { Node } from '../../../api/generated/types.ts'
import { asking } from '../asking.ts'
import type { Finding, WhyContext } from '../check.ts'

/** The name of a node, by which the API knows it. */
export const nodeName = (host: string, context: WhyContext): Finding | undefined => {
  const node = context.view.get<Node>('Node', undefined, host)
  const address = node?.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address
  if (!address) return undefined
  return {
    about: host,
    cause: `it is the name of a node, which no name server knows: the address of the node is ${address}`,
    evidence: [`InternalIP of node/${host} is ${address}`],
    mend: [asking(address, context)],
  }
}
