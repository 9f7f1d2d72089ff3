import type { Node, Pod } from '../../api/generated/types.ts'
import { conditionOf } from '../../api/pod-status.ts'
import type { Finding, WhyContext } from './check.ts'
import { command, labelText } from './commands.ts'
import { changing } from './owner.ts'

/** Why a pod has no node. */
export const unscheduled = (pod: Pod, context: WhyContext): Omit<Finding, 'about'> => {
  const message = conditionOf(pod.status, 'PodScheduled')?.message ?? 'nobody has looked for a node yet'
  return { ...reason(pod, context), evidence: [`the scheduler says: ${message}`] }
}

const reason = (pod: Pod, context: WhyContext): Pick<Finding, 'cause' | 'mend'> => {
  const nodes = context.view.list<Node>('Node')
  const wanted = pod.spec.nodeSelector ?? {}
  const fitting = nodes.filter(({ metadata }) =>
    Object.entries(wanted).every(([key, value]) => metadata.labels?.[key] === value),
  )
  if (fitting.length === 0) {
    const worker = nodes.find(({ spec }) => !spec?.taints?.length)
    return {
      cause: `it has no node: none has the labels of its nodeSelector, ${labelText(wanted)}`,
      mend: worker
        ? [
            command(
              context,
              `label node ${worker.metadata.name} ${Object.entries(wanted)
                .map(([key, value]) => `${key}=${value}`)
                .join(' ')} --overwrite`,
            ),
          ]
        : [],
    }
  }
  const cordoned = fitting.filter(({ spec }) => spec?.unschedulable)
  if (cordoned.length > 0) {
    return {
      cause: 'it has no node: nodes that it could be on are cordoned',
      mend: [command(context, `uncordon ${cordoned.map(({ metadata }) => metadata.name).join(' ')}`)],
    }
  }
  const spec = ({ containers, ...rest }: Pod['spec']): Pod['spec'] => ({
    ...rest,
    containers: containers.map(({ resources: _, ...container }) => container),
  })
  const containers = pod.spec.containers.map(({ name }) => ({ name, resources: { requests: null, limits: null } }))
  return {
    cause: 'it has no node: none has room for what it requests, or bears it',
    mend: changing(context, pod, { change: { spec: { containers } }, spec }),
  }
}
