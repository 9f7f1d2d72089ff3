import { faultsOfKind } from '../../api/faults.ts'
import type { Container, ContainerStatus, Event, Node, Pod } from '../../api/generated/types.ts'
import { conditionOf } from '../../api/pod-status.ts'
import type { Finding, WhyContext } from './check.ts'
import { command } from './commands.ts'
import { changing } from './owner.ts'
import { probeTrouble } from './probe-trouble.ts'

/** What a container's trouble is; `isPassing` where time alone mends it. */
export type Trouble = Omit<Finding, 'about'> & { readonly isPassing?: boolean }

/** Why a pod that has a node is not ready. */
export const containerTrouble = (pod: Pod, context: WhyContext): Trouble => {
  const containers = [...(pod.spec.initContainers ?? []), ...pod.spec.containers]
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]
  for (const container of containers) {
    const status = statuses.find(({ name }) => name === container.name)
    const found = status && troubleOf(container, status, { pod, context })
    if (found) return found
  }
  return gateTrouble(pod, context) ?? starting(pod, context)
}

interface Around {
  readonly pod: Pod
  readonly context: WhyContext
}

const troubleOf = (container: Container, status: ContainerStatus, around: Around): Trouble | undefined => {
  const { waiting, terminated, running } = status.state ?? {}
  const reason = waiting?.reason ?? ''
  if (reason.startsWith('ErrImage') || reason.startsWith('ImagePull')) return imageTrouble(container, status, around)
  if (reason === 'CreateContainerConfigError') return configTrouble(container, status, around)
  if (reason === 'CrashLoopBackOff' || (terminated && terminated.exitCode !== 0))
    return crashTrouble(container, status, around)
  if (terminated && !(around.pod.spec.initContainers ?? []).includes(container))
    return crashTrouble(container, status, around)
  return running && !status.ready ? probeTrouble(container, status, around) : undefined
}

const imageTrouble = (container: Container, { state }: ContainerStatus, { pod, context }: Around): Trouble => {
  const { image = '', name } = container
  const node = context.view.get<Node>('Node', undefined, pod.spec.nodeName ?? '')
  const isBroken = faultsOfKind(node, 'image').some(fault => fault.image === image)
  const annotation = 'kubesim.io/missing-images'
  const withoutNote = { metadata: { annotations: { [annotation]: null } } }
  return {
    cause: `the image ${image} of container ${name} cannot be pulled`,
    evidence: [`it waits in ${state?.waiting?.reason}: ${state?.waiting?.message ?? ''}`],
    mend: isBroken
      ? [command(context, 'fault clear image')]
      : pod.metadata.ownerReferences?.length
        ? changing(context, pod, { change: withoutNote, spec: spec => spec })
        : [command(context, `annotate pod ${pod.metadata.name} ${annotation}-`, pod.metadata.namespace)],
  }
}

const crashTrouble = (container: Container, status: ContainerStatus, { pod, context }: Around): Trouble => {
  const { name } = container
  const { exitCode = 0, reason = '', finishedAt = '' } = status.lastState?.terminated ?? status.state?.terminated ?? {}
  const isBroken = faultsOfKind(pod, 'crash').some(fault => fault.container === name)
  const isProbed = probeTrouble(container, status, { pod, context }, 'liveness')
  if (!isBroken && isProbed && isKilled(container, finishedAt, { pod, context })) return isProbed
  const words = [...(container.command ?? []), ...(container.args ?? [])].join(' ')
  return {
    cause: `container ${name} does not stay up: it ends with code ${exitCode}`,
    evidence: [
      `${status.restartCount} restarts, last state ${reason} with exit code ${exitCode}`,
      ...(words ? [`it runs: ${words}`] : []),
      `what it said last: \`${command(context, `logs ${pod.metadata.name} -c ${name} --previous`, pod.metadata.namespace)}\``,
    ],
    mend: isBroken ? afterBackOff(pod, context, 'fault clear pod/') : runsOn(container, { pod, context }),
  }
}

/** Whether a probe had a container killed at the end of its last run. */
const isKilled = ({ name }: Container, finishedAt: string, { pod, context }: Around): boolean =>
  context.view
    .list<Event>('Event', pod.metadata.namespace)
    .some(
      ({ involvedObject, message = '', lastTimestamp = '' }) =>
        involvedObject.uid === pod.metadata.uid &&
        message.startsWith(`Container ${name} failed `) &&
        lastTimestamp >= finishedAt,
    )

/** A command that mends, and the end of the back-off. */
const afterBackOff = (
  { metadata: { name, namespace } }: Pod,
  context: WhyContext,
  words: string,
): readonly string[] => [
  command(context, `${words}${name}`, namespace),
  command(context, `wait --for=condition=Ready pod/${name} --timeout=330s`, namespace),
]

/** What a container's configuration refers to is not there. */
const configTrouble = (
  { name }: Container,
  { state }: ContainerStatus,
  { pod, context }: Around,
): Omit<Finding, 'about'> => {
  const { message = '' } = state?.waiting ?? {}
  const [, kind, missing] = /(configmap|secret) "([^"]+)" not found/i.exec(message) ?? []
  const words = kind?.toLowerCase() === 'secret' ? 'secret generic' : 'configmap'
  return {
    cause: missing
      ? `container ${name} waits for ${kind?.toLowerCase()} ${missing}, which is not there`
      : `container ${name} cannot be set up: ${message}`,
    evidence: [`it waits in CreateContainerConfigError: ${message}`],
    mend: missing ? [command(context, `create ${words} ${missing}`, pod.metadata.namespace)] : [],
  }
}

/**
 * The image's own program, where a command stands for it; where there is none, one that has no end. An init container
 * is to end, and well.
 */
const runsOn = (container: Container, { pod, context }: Around): readonly string[] => {
  const { name, command: own, args } = container
  const isInit = (pod.spec.initContainers ?? []).some(one => one.name === name)
  const list = isInit ? 'initContainers' : 'containers'
  const program = isInit ? ['true'] : own || args ? undefined : ['sleep', 'infinity']
  const change = { name, command: program ?? null, ...(args ? { args: null } : {}) }
  const changed = ({ command: _command, args: _args, ...plain }: Container): Container =>
    program ? { ...plain, command: program } : plain
  const spec = (before: Pod['spec']): Pod['spec'] => ({
    ...before,
    [list]: (before[list] ?? []).map(one => (one.name === name ? changed(one) : one)),
  })
  return changing(context, pod, { change: { spec: { [list]: [change] } }, spec })
}

const gateTrouble = (pod: Pod, context: WhyContext): Trouble | undefined => {
  const closed = (pod.spec.readinessGates ?? []).find(
    ({ conditionType }) => conditionOf(pod.status, conditionType)?.status !== 'True',
  )
  if (!closed) return undefined
  const { name, namespace } = pod.metadata
  const body = JSON.stringify({ status: { conditions: [{ type: closed.conditionType, status: 'True' }] } })
  return {
    cause: `its readiness gate ${closed.conditionType} is closed`,
    evidence: [conditionOf(pod.status, 'Ready')?.message ?? ''],
    mend: [command(context, `patch pod ${name} --subresource=status -p '${body}'`, namespace)],
  }
}

/** Nothing has failed: it has only just begun. */
const starting = ({ metadata: { name, namespace }, status }: Pod, context: WhyContext): Trouble => ({
  cause: 'it is starting and not ready yet',
  evidence: [conditionOf(status, 'Ready')?.message ?? `phase ${status?.phase ?? 'Pending'}`],
  mend: [command(context, `wait --for=condition=Ready pod/${name} --timeout=300s`, namespace)],
  isPassing: true,
})
