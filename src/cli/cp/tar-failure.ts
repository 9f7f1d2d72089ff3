import { type Context, Failure } from '../verb.ts'
import type { TarWords } from './tar-words.ts'

/** What kubectl ends with when `tar` in the container has failed, after what that one says. */
export const tarFailure = (said: string, { exitCode }: TarWords, { io }: Pick<Context, 'io'>): Failure => {
  io.err.write(said)
  return new Failure(`command terminated with exit code ${exitCode}`, { plain: true, code: exitCode })
}
