import { faultsOfKind } from '../../../api/faults.ts'
import type { Node, Pod } from '../../../api/generated/types.ts'
import { conditionOf, isPodFinished, isPodReady } from '../../../api/pod-status.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { command, nameOf } from '../commands.ts'
import { containerTrouble } from '../container-trouble.ts'
import { ownerOf } from '../owner.ts'
import { servingPods } from '../pods.ts'
import { unscheduled } from '../unscheduled.ts'

/** Pods that get no traffic as they are not ready, and what keeps them from it. */
export const pods = defineCheck({
  name: 'pods',
  applies: ({ pods }) => pods.length > 0,
  find(context) {
    const { services, pods } = context.target
    const found = pods.filter(pod => !isPodReady(pod) && !isDone(pod)).map(pod => troubleOf(pod, context))
    const isServed = servingPods(pods).length > 0
    const ignoresReadiness = services.some(({ spec }) => spec.publishNotReadyAddresses)
    const finished = services.length > 0 && !isServed && !ignoresReadiness ? pods.filter(isDone) : []
    const told = found.filter(({ isPassing }) => !isPassing || (!isServed && !ignoresReadiness))
    return [...merged(told, context), ...finished.map(pod => done(pod, context))]
  },
})

/** What is wrong with a pod; `isPassing` of one that only needs time. */
export interface PodTrouble extends Omit<Finding, 'about'> {
  readonly pod: Pod
  readonly isPassing?: boolean
}

const isDone = (pod: Pod): boolean => isPodFinished(pod) || pod.metadata.deletionTimestamp !== undefined

const troubleOf = (pod: Pod, context: WhyContext): PodTrouble => {
  const node = context.view.get<Node>('Node', undefined, pod.spec.nodeName ?? '')
  if (!pod.spec.nodeName) return { pod, ...unscheduled(pod, context) }
  if (node && !isUp(node)) return { pod, ...nodeDown(node, context) }
  return { pod, ...containerTrouble(pod, context) }
}

const isUp = ({ status }: Node): boolean => conditionOf(status, 'Ready')?.status === 'True'

const nodeDown = (node: Node, context: WhyContext): Omit<Finding, 'about'> => {
  const { name } = node.metadata
  const { status = '', message = '' } = conditionOf(node.status, 'Ready') ?? {}
  return {
    cause: `its node ${name} is down`,
    evidence: [`condition Ready of node ${name} is ${status}: ${message}`],
    mend:
      faultsOfKind(node, 'down').length > 0
        ? [command(context, `fault clear node/${name}`)]
        : [command(context, `drain ${name} --ignore-daemonsets --force`)],
  }
}

const done = (pod: Pod, context: WhyContext): Finding => {
  const { name, namespace, deletionTimestamp } = pod.metadata
  const phase = pod.status?.phase ?? ''
  return {
    about: nameOf(context, pod),
    cause: deletionTimestamp ? 'the pod is being deleted' : `the pod has finished (${phase}): it runs no more`,
    evidence: [`phase ${phase}`, ...(deletionTimestamp ? [`deleted at ${deletionTimestamp}`] : [])],
    mend: [command(context, `delete pod ${name} --now`, namespace)],
  }
}

/** Pods of one owner that have the same trouble are one finding. */
const merged = (troubles: readonly PodTrouble[], context: WhyContext): readonly Finding[] => {
  const groups = new Map<string, PodTrouble[]>()
  for (const trouble of troubles) {
    const owner = ownerOf(context, trouble.pod)
    const key = `${owner ? `${owner.kind}/${owner.metadata.name}` : trouble.pod.metadata.name} ${trouble.cause}`
    groups.set(key, [...(groups.get(key) ?? []), trouble])
  }
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const others = group.length > 1 ? ` and ${group.length - 1} more of its kind` : ''
    return [
      {
        about: `${nameOf(context, first.pod)}${others}`,
        cause: first.cause,
        evidence: first.evidence,
        mend: [...new Set(group.flatMap(({ mend }) => mend))],
      },
    ]
  })
}
