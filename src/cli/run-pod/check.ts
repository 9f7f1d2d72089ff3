import type { DryRun } from '../dry-run.ts'
import { Failure, UsageError } from '../errors.ts'
import { isImageReference } from '../generators/image-reference.ts'
import type { Invocation } from '../verb.ts'
import type { RunFlags } from './flags.ts'

/** Refuses what makes no sense of a `run`, in kubectl's order. */
export const checkRun = (
  args: readonly string[],
  flags: RunFlags,
  { dryRun, invocation }: { readonly dryRun: DryRun; readonly invocation: Invocation },
): void => {
  const misused = (message: string): UsageError => new UsageError(message, { hint: true })
  if (args.length === 0 || invocation.dash === 0) throw misused('NAME is required for run')
  if (flags.image === '') throw new Failure('--image is required')
  if (!isImageReference(flags.image)) {
    throw new Failure(`Invalid image name "${flags.image}": invalid reference format`)
  }
  const isAttached = attachesTo(flags, invocation)
  if (flags.tty && !flags.stdin) throw misused('-i/--stdin is required for containers with -t/--tty=true')
  if (flags.expose && flags.port === '') throw misused('--port must be set when exposing a service')
  if (!['', 'Always', 'OnFailure', 'Never'].includes(flags.restart)) {
    throw misused(`invalid restart policy: ${flags.restart}`)
  }
  if (!isAttached && flags.rm) throw misused('--rm should only be used for attached containers')
  if (isAttached && dryRun !== 'none') {
    throw misused(
      "--dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)",
    )
  }
  if (!['', 'Always', 'IfNotPresent', 'Never'].includes(flags.imagePullPolicy)) {
    throw misused(`invalid image pull policy: ${flags.imagePullPolicy}`)
  }
}

/** Whether `run` attaches to the pod that it makes: with --attach, or with -i where nobody says. */
export const attachesTo = ({ attach, stdin }: RunFlags, { given }: Invocation): boolean =>
  given('attach') ? attach : stdin
