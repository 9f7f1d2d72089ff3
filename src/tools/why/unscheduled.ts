import type { Node, Pod } from '../../api/generated/types.ts'
import { conditionOf } from '../../api/pod-status.ts'
import type { Finding, WhyContext } from './check.ts'
import { claimTrouble } from './claim-trouble.ts'
import { command, labelText, listed } from './commands.ts'
import { changing } from './owner.ts'

type Reason = Pick<Finding, 'cause' | 'mend'>

/** Why a pod has no node. */
export const unscheduled = (pod: Pod, context: WhyContext): Omit<Finding, 'about'> => {
  const message = conditionOf(pod.status, 'PodScheduled')?.message ?? 'nobody has looked for a node yet'
  // What it says of preemption repeats the same.
  const said = message.replace(/\.? no new claims to deallocate.*$/s, '')
  const evidence = [`the scheduler says: ${said}`]
  const claim = /PersistentVolumeClaims|persistentvolumeclaim/.test(said) ? claimTrouble(pod, context) : undefined
  if (claim) return { ...claim, evidence: [...evidence, ...claim.evidence] }
  return { ...reason(pod, said, context), evidence }
}

const reason = (pod: Pod, said: string, context: WhyContext): Reason => {
  const nodes = context.view.list<Node>('Node')
  const wanted = pod.spec.nodeSelector ?? {}
  const fitting = nodes.filter(({ metadata }) =>
    Object.entries(wanted).every(([key, value]) => metadata.labels?.[key] === value),
  )
  if (fitting.length === 0) return unlabelled(wanted, nodes, context)
  const cordoned = fitting.filter(({ spec }) => spec?.unschedulable)
  if (cordoned.length > 0) {
    return {
      cause: 'it has no node: nodes that it could be on are cordoned',
      mend: [command(context, `uncordon ${cordoned.map(({ metadata }) => metadata.name).join(' ')}`)],
    }
  }
  return (
    crowded(pod, said, context) ??
    portTaken(pod, said, context) ??
    shunned(pod, said, context) ??
    tainted(pod, fitting, context)
  )
}

const unlabelled = (wanted: Readonly<Record<string, string>>, nodes: readonly Node[], context: WhyContext): Reason => {
  const labels = Object.entries(wanted).map(([key, value]) => `${key}=${value}`)
  const worker = nodes.find(({ spec }) => !spec?.taints?.length)
  return {
    cause: `it has no node: none has the labels of its nodeSelector, ${labelText(wanted)}`,
    mend: worker ? [command(context, `label node ${worker.metadata.name} ${labels.join(' ')} --overwrite`)] : [],
  }
}

/** More is requested than any node has left. */
const crowded = (pod: Pod, said: string, context: WhyContext): Reason | undefined => {
  const lacking = [...new Set([...said.matchAll(/Insufficient (\S+?)(?=[,.]|$)/g)].map(([, name = '']) => name))]
  if (lacking.length === 0) return undefined
  const asked = lacking.map(name => `${requested(pod, name)} of ${name}`)
  const containers = pod.spec.containers.map(({ name }) => ({ name, resources: { requests: null, limits: null } }))
  const spec = ({ containers, ...rest }: Pod['spec']): Pod['spec'] => ({
    ...rest,
    containers: containers.map(({ resources: _, ...container }) => container),
  })
  return {
    cause: `it has no node: none has room for what it requests, ${listed(asked)}`,
    mend: changing(context, pod, { change: { spec: { containers } }, spec }),
  }
}

const requested = ({ spec }: Pod, name: string): string =>
  spec.containers.flatMap(({ resources }) => resources?.requests?.[name] ?? []).join(' + ')

/** A hostPort is there once on a node. */
const portTaken = (pod: Pod, said: string, context: WhyContext): Reason | undefined => {
  const taken = pod.spec.containers.flatMap(({ ports = [] }) => ports.flatMap(({ hostPort }) => hostPort ?? []))
  if (!said.includes("didn't have free ports")) return undefined
  const containers = pod.spec.containers.map(({ name, ports = [] }) => ({
    name,
    ports: ports.map(({ containerPort, protocol = 'TCP' }) => ({ containerPort, protocol, hostPort: null })),
  }))
  const spec = ({ containers, ...rest }: Pod['spec']): Pod['spec'] => ({
    ...rest,
    containers: containers.map(({ ports = [], ...container }) => ({
      ...container,
      ports: ports.map(({ hostPort: _, ...port }) => port),
    })),
  })
  return {
    cause: `it has no node: its hostPort ${listed(taken.map(String))} is taken on every node`,
    mend: changing(context, pod, { change: { spec: { containers } }, spec }),
  }
}

/** Rules about nodes or about other pods that no node meets. */
const shunned = (pod: Pod, said: string, context: WhyContext): Reason | undefined => {
  const rule = rules.find(({ words, field }) => said.includes(words) && pod.spec[field] !== undefined)
  if (!rule) return undefined
  const { field, cause } = rule
  const spec = ({ [field]: _, ...rest }: Pod['spec']): Pod['spec'] => rest
  return { cause, mend: changing(context, pod, { change: { spec: { [field]: null } }, spec }) }
}

const rules = [
  {
    words: "didn't match pod anti-affinity rules",
    field: 'affinity',
    cause: 'it has no node: by its podAntiAffinity it may not be beside pods that are on every node',
  },
  {
    words: "didn't match pod affinity rules",
    field: 'affinity',
    cause: 'it has no node: by its podAffinity it must be beside pods that are on none',
  },
  {
    words: "didn't match Pod's node affinity",
    field: 'affinity',
    cause: 'it has no node: none is one of those that its nodeAffinity names',
  },
  {
    words: 'topology spread constraints',
    field: 'topologySpreadConstraints',
    cause: 'it has no node: its topologySpreadConstraints allow none',
  },
] as const

const tainted = (pod: Pod, nodes: readonly Node[], context: WhyContext): Reason => {
  const taints = nodes.flatMap(({ metadata, spec }) =>
    (spec?.taints ?? []).map(({ key, effect }) => ({ node: metadata.name, key, effect })),
  )
  const first = taints.find(({ key }) => !key.startsWith('node-role.kubernetes.io/')) ?? taints[0]
  if (!first) return { cause: 'it has no node yet', mend: waiting(pod, context) }
  return {
    cause: `it has no node: it does not tolerate the taint ${first.key}:${first.effect}`,
    mend: [command(context, `taint node ${first.node} ${first.key}:${first.effect}-`)],
  }
}

const waiting = ({ metadata: { name, namespace } }: Pod, context: WhyContext): readonly string[] => [
  command(context, `wait --for=condition=PodScheduled pod/${name} --timeout=60s`, namespace),
]
