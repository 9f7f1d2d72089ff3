import type { Container } from '../../generated/types.ts'

/** A container, and where in an object it stands: `spec.containers[0]`. */
export interface Placed {
  readonly container: Container
  readonly at: string
}
