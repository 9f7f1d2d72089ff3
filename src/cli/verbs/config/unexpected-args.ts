import { type Context, Failure } from '../../verb.ts'

/** Refuses a number of operands that is not the right one, with the whole help on stdout: kubectl's way in `config`. */
export const checkCount = (args: readonly string[], count: number, { io, help }: Context): void => {
  if (args.length === count) return
  io.out.write(help())
  throw new Failure(`Unexpected args: [${args.join(' ')}]`)
}
