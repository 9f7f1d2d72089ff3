import { faultsOfKind } from '../../api/faults.ts'
import type { Container, ContainerStatus, Node, Pod } from '../../api/generated/types.ts'
import { conditionOf } from '../../api/pod-status.ts'
import type { Around } from './around.ts'
import type { Finding, WhyContext } from './check.ts'
import { command } from './commands.ts'
import { crashTrouble } from './crash-trouble.ts'
import { changing } from './owner.ts'
import { probeTrouble } from './probe-trouble.ts'
import { mountTrouble, settingTrouble } from './setting-trouble.ts'
import { waitingInit } from './waiting-init.ts'

/** What a container's trouble is; `isPassing` where time alone mends it. */
export type Trouble = Omit<Finding, 'about'> & { readonly isPassing?: boolean }

/** Why a pod that has a node is not ready. */
export const containerTrouble = async (pod: Pod, context: WhyContext): Promise<Trouble> => {
  const unmounted = mountTrouble(pod, context)
  if (unmounted) return unmounted
  const containers = [...(pod.spec.initContainers ?? []), ...pod.spec.containers]
  const statuses = [...(pod.status?.initContainerStatuses ?? []), ...(pod.status?.containerStatuses ?? [])]
  for (const container of containers) {
    const status = statuses.find(({ name }) => name === container.name)
    const found = status && (await troubleOf(container, status, { pod, context }))
    if (found) return found
  }
  return gateTrouble(pod, context) ?? starting(pod, context)
}

const troubleOf = async (
  container: Container,
  status: ContainerStatus,
  around: Around,
): Promise<Trouble | undefined> => {
  const { waiting, terminated, running } = status.state ?? {}
  const reason = waiting?.reason ?? ''
  if (reason.startsWith('ErrImage') || reason.startsWith('ImagePull')) return imageTrouble(container, status, around)
  if (reason === 'CreateContainerConfigError') return settingTrouble(container, status, around)
  if (reason === 'CrashLoopBackOff' || (terminated && terminated.exitCode !== 0))
    return crashTrouble(container, status, around)
  if (terminated && !(around.pod.spec.initContainers ?? []).includes(container))
    return crashTrouble(container, status, around)
  const waits = running && waitingInit(container, around)
  return waits ?? (running && !status.ready ? probeTrouble(container, status, around) : undefined)
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
