import type { Random } from '../../util/random.ts'
import { times } from '../../util/range.ts'
import { Failure } from '../verb.ts'

/** What kubectl prints where a container runtime could not start a program. */
export const startFailure = (why: string, { random }: { readonly random: Random }): Failure => {
  const id = times(64, () => random.below(16).toString(16)).join('')
  const twice = 'Internal error occurred: Internal error occurred: error executing command in container: '
  const runtime = 'OCI runtime exec failed: exec failed: unable to start container process: '
  return new Failure(`${twice}failed to exec in container: failed to start exec "${id}": ${runtime}${why}: unknown`)
}
