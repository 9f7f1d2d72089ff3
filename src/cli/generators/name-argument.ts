import { UsageError } from '../errors.ts'
import type { Invocation } from '../verb.ts'

/** The one NAME of a generator. Words behind `--` are left aside: they are a command. */
export const nameArgument = (args: readonly string[], { dash }: Pick<Invocation, 'dash'>): string => {
  const count = dash ?? args.length
  if (count !== 1) throw new UsageError(`exactly one NAME is required, got ${count}`, { hint: true })
  return args[0] ?? ''
}
