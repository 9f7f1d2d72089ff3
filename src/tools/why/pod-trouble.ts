import { faultsOfKind } from '../../api/faults.ts'
import type { Node, Pod } from '../../api/generated/types.ts'
import { conditionOf } from '../../api/pod-status.ts'
import type { Finding, WhyContext } from './check.ts'
import { command } from './commands.ts'
import { containerTrouble } from './container-trouble.ts'
import type { PodFinding } from './merged.ts'
import { unscheduled } from './unscheduled.ts'

/** `isPassing` of a pod that only needs time. */
export interface PodTrouble extends PodFinding {
  readonly isPassing?: boolean
}

/** What keeps a pod from being ready. */
export const troubleOf = async (pod: Pod, context: WhyContext): Promise<PodTrouble> => {
  const node = context.view.get<Node>('Node', undefined, pod.spec.nodeName ?? '')
  if (!pod.spec.nodeName) return { pod, ...unscheduled(pod, context) }
  if (node && !isUp(node)) return { pod, ...nodeDown(node, context), cause: `its node ${node.metadata.name} is down` }
  return { pod, ...(await containerTrouble(pod, context)) }
}

const isUp = ({ status }: Node): boolean => conditionOf(status, 'Ready')?.status === 'True'

/** That a node is down. */
export const nodeDown = (node: Node, context: WhyContext): Omit<Finding, 'about'> => {
  const { name } = node.metadata
  const { status = '', message = '' } = conditionOf(node.status, 'Ready') ?? {}
  return {
    cause: 'it is down',
    evidence: [`condition Ready of node ${name} is ${status}: ${message}`],
    mend:
      faultsOfKind(node, 'down').length > 0
        ? [command(context, `fault clear node/${name}`)]
        : [command(context, `drain ${name} --ignore-daemonsets --force`)],
  }
}
