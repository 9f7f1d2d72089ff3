import { indent } from './lines.ts'

interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string | undefined
}

/** The part `Conditions` of what manages pods: nothing if there are none. */
export const conditionReasons = (conditions: readonly Condition[] = []): readonly string[] =>
  conditions.length === 0
    ? []
    : [
        'Conditions:',
        ...indent([
          'Type\tStatus\tReason',
          '----\t------\t------',
          ...conditions.map(({ type, status, reason = '' }) => `${type} \t${status}\t${reason}`),
        ]),
      ]
