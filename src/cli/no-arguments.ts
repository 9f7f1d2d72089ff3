import { UsageError } from './errors.ts'

/** Completes a verb that takes no operands. */
export const noArguments = (args: readonly string[]): void => {
  if (args.length > 0) throw new UsageError(`unexpected arguments: [${args.join(' ')}]`, { hint: true })
}
