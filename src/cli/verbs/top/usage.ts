import { Failure, UsageError } from '../../errors.ts'
import type { Context } from '../../verb.ts'

export interface TopFlags {
  readonly sortBy: string
  readonly selector: string
  readonly fieldSelector?: string
}

/** Refuses what makes no sense; `usage` is what too many operands are answered with, `selecting` what is told of a selector beside a name. */
export const checkTop = (
  args: readonly string[],
  { sortBy, selector, fieldSelector }: TopFlags,
  { usage, selecting }: { readonly usage: string; readonly selecting: string },
): void => {
  if (args.length > 1) throw new UsageError(usage, { hint: true })
  if (sortBy && sortBy !== 'cpu' && sortBy !== 'memory') throw new Failure('--sort-by accepts only cpu or memory')
  if (args.length > 0 && (selector || fieldSelector))
    throw new Failure(`only one of NAME or ${selecting} can be provided`)
}

/** What a cluster without Metrics Server answers; one that cannot be reached has its own errors. */
export const refuseMetrics = async ({ client }: Context): Promise<never> => {
  await client.now()
  throw new Failure('Metrics API not available')
}
