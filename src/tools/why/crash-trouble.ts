import { faultsOfKind } from '../../api/faults.ts'
import type { Container, ContainerStatus, Event, Pod } from '../../api/generated/types.ts'
import { controllerOf } from '../../api/meta.ts'
import { isPodFinished, isSidecar } from '../../api/pod-status.ts'
import type { Around } from './around.ts'
import type { Finding, WhyContext } from './check.ts'
import { command } from './commands.ts'
import { changing } from './owner.ts'
import { probeTrouble } from './probe-trouble.ts'

/** Why a container ends that is to go on, or ends badly. */
export const crashTrouble = async (
  container: Container,
  status: ContainerStatus,
  around: Around,
): Promise<Omit<Finding, 'about'>> => {
  const { pod, context } = around
  const { name } = container
  const { terminated } = status.state ?? {}
  const { exitCode = 0, reason = '', finishedAt = '' } = terminated ?? status.lastState?.terminated ?? {}
  const isBroken = faultsOfKind(pod, 'crash').some(fault => fault.container === name)
  const isProbed = probeTrouble(container, status, around, 'liveness')
  if (!isBroken && isProbed && isKilled(container, finishedAt, around)) return isProbed
  const words = [...(container.command ?? []), ...(container.args ?? [])].join(' ')
  return {
    cause: isPodFinished(pod)
      ? `it has failed: container ${name} ended with code ${exitCode}`
      : `container ${name} does not stay up: it ends with code ${exitCode}`,
    evidence: [
      `${status.restartCount} restarts, last state ${reason} with exit code ${exitCode}${meaningOf(exitCode)}`,
      ...(words ? [`it runs: ${words}`] : []),
      ...(await said(container, terminated === undefined, around)),
    ],
    mend: isBroken ? afterBackOff(pod, context, 'fault clear pod/') : runsOn(container, around),
  }
}

const meanings: Readonly<Record<number, string>> = {
  126: ', which a shell gives for what is no program',
  127: ', which a shell gives for a command that is not there',
  137: ', which is SIGKILL',
  139: ', which is SIGSEGV',
  143: ', which is SIGTERM',
}

const meaningOf = (exitCode: number): string => meanings[exitCode] ?? ''

/** The last line of the run that ended, and where to read more. */
const said = async ({ name }: Container, isPrevious: boolean, { pod, context }: Around): Promise<readonly string[]> => {
  const lines = await context.lastLines(pod, name, isPrevious)
  const words = `logs ${pod.metadata.name} -c ${name}${isPrevious ? ' --previous' : ''}`
  const more = `\`${command(context, words, pod.metadata.namespace)}\``
  return [lines.length > 0 ? `it said last: ${lines.at(-1)} (${more})` : `it printed nothing (${more})`]
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

/** The image's own program, if that goes on, or ends well where it is to end; else one that does nothing. */
const runsOn = (container: Container, { pod, context }: Around): readonly string[] => {
  const { name, command: own, args } = container
  const isInit = (pod.spec.initContainers ?? []).some(one => one.name === name)
  const list = isInit ? 'initContainers' : 'containers'
  const { command: _command, args: _args, ...plain } = container
  const program = suits(plain, { pod, context })
    ? undefined
    : isToEnd(container, pod)
      ? ['true']
      : ['sleep', 'infinity']
  const change = { name, ...(program || own ? { command: program ?? null } : {}), ...(args ? { args: null } : {}) }
  const spec = (before: Pod['spec']): Pod['spec'] => ({
    ...before,
    [list]: (before[list] ?? []).map(one =>
      one.name === name ? { ...plain, ...(program && { command: program }) } : one,
    ),
  })
  return changing(context, pod, { change: { spec: { [list]: [change] } }, spec })
}

const suits = (container: Container, { pod, context }: Around): boolean => {
  const { runsFor, exitCode = 0 } = context.network.behaviour(pod, container)
  return isToEnd(container, pod) ? runsFor !== undefined && exitCode === 0 : runsFor === undefined
}

const isToEnd = ({ name }: Container, pod: Pod): boolean => {
  const init = (pod.spec.initContainers ?? []).find(one => one.name === name)
  if (init) return !isSidecar(init)
  return controllerOf(pod)?.kind === 'Job' || (pod.spec.restartPolicy ?? 'Always') !== 'Always'
}
