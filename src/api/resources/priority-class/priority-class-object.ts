import type { KubeObject } from '../../meta.ts'

export interface PriorityClass extends KubeObject {
  readonly value: number
  readonly globalDefault?: boolean
  readonly description?: string
  readonly preemptionPolicy?: 'Never' | 'PreemptLowerPriority'
}
