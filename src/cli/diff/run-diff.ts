import { hasCode } from '../../util/files.ts'
import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'
import type { Context } from '../verb.ts'
import type { Sides } from './sides.ts'

/** Runs `diff -u -N`, or what KUBECTL_EXTERNAL_DIFF names, on two folders. Gives 0 or 1, throws for what is worse. */
export const runDiff = async (
  { live, merged }: Pick<Sides, 'live' | 'merged'>,
  { world, io }: Pick<Context, 'world' | 'io'>,
): Promise<number> => {
  const [program = '', ...given] = (world.env.KUBECTL_EXTERNAL_DIFF || 'diff').split(' ')
  const args = world.env.KUBECTL_EXTERNAL_DIFF
    ? [live, merged, ...given.filter(word => /^[a-zA-Z0-9\-=]+$/.test(word))]
    : ['-u', '-N', live, merged]
  const { stdout, stderr, code } = await capture(program, args, world)
  io.out.write(stdout)
  io.err.write(stderr)
  if (code > 1) throw new Failure(`failed to run ${goQuote(program)}: exit status ${code}`)
  return code
}

const capture = async (
  program: string,
  args: readonly string[],
  { spawn }: Context['world'],
): Promise<{ stdout: string; stderr: string; code: number }> => {
  try {
    return await spawn.capture(program, args)
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error
    const name = goQuote(program)
    throw new Failure(`failed to run ${name}: exec: ${name}: executable file not found in $PATH`)
  }
}
