import type { Behaviour } from '../../api/behaviour.ts'
import { faultsOfKind, type ProbeName } from '../../api/faults.ts'
import type { Container, Node, Pod } from '../../api/generated/types.ts'

/** The images that a node cannot pull, because somebody broke that. */
export const missingImages = (node: Node): readonly string[] => faultsOfKind(node, 'image').map(({ image }) => image)

/** Whether a node is off: then nobody there runs pods, or tells of them. */
export const isDown = (node: Node): boolean => faultsOfKind(node, 'down').length > 0

/** What a container does that was started at `startedAt` (milliseconds), where somebody has it crash. */
export const crashing = (
  behaviour: Behaviour,
  { pod, name, startedAt, restarts }: { pod: Pod; name: string; startedAt: number; restarts: number },
): Behaviour => {
  const crash = faultsOfKind(pod, 'crash').find(
    ({ container, run }) => container === name && (run === undefined || run === restarts),
  )
  return crash ? { ...behaviour, runsFor: Math.max(0, crash.from - startedAt), exitCode: crash.exitCode } : behaviour
}

/** When the way to a pod was broken, in milliseconds. */
export const pathBreaksAt = (pod: Pod): readonly number[] =>
  faultsOfKind(pod, 'path').flatMap(({ from }) => (from === undefined ? [] : [from]))

/** From when on a probe of a container is made to fail, in milliseconds; undefined if it is not. */
export const probeFailsFrom = (pod: Pod, { name }: Container, probe: ProbeName): number | undefined =>
  faultsOfKind(pod, 'probe').find(fault => fault.container === name && fault.probe === probe)?.from
