import type { BehaviourOf } from '../../api/behaviour.ts'
import type { Container, ContainerStatus, Pod } from '../../api/generated/types.ts'

/** A container of a pod, and what may become of it now. */
export interface Task {
  readonly container: Container
  readonly status: ContainerStatus | undefined
  /** Why it waits; undefined if it may run. */
  readonly waitsFor?: string | undefined
  /** Whether it is started again after it ended with a code. */
  restarts(exitCode: number): boolean
}

export interface Machine {
  readonly pod: Pod
  /** Milliseconds. */
  readonly now: number
  /** Before this moment no container starts for the first time. */
  readonly startsAt: number
  readonly behaviourOf: BehaviourOf
  /** The images that its node cannot pull. */
  readonly missingImages: readonly string[]
  /** Whether the pod's volumes are there. */
  readonly isMounted: boolean
  /** What the settings of a container refer to that is not there; undefined if all is there. */
  lacks(container: Container): string | undefined
}
