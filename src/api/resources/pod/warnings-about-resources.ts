import type { ResourceRequirements } from '../../generated/types.ts'
import { parseQuantity } from '../../quantity.ts'

const inBytes = ['memory', 'ephemeral-storage'] as const

/** Amounts that are no whole bytes. */
export const resourceWarnings = (resources: ResourceRequirements | undefined, field: string): readonly string[] =>
  inBytes.flatMap(name =>
    (['limits', 'requests'] as const).flatMap(list => {
      const amount = resources?.[list]?.[name]
      if (amount === undefined || parseQuantity(String(amount)).nano % 1_000_000_000n === 0n) return []
      return [`${field}.${list}[${name}]: fractional byte value "${amount}" is invalid, must be an integer`]
    }),
  )
