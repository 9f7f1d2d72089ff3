import type { Pod } from '../../api/generated/types.ts'
import type { WhyContext } from './check.ts'

/** A pod whose trouble is looked for. */
export interface Around {
  readonly pod: Pod
  readonly context: WhyContext
}
