import type { Command } from 'commander'
import type { DeleteOptions } from '../../api/client.ts'
import { parseBool } from '../../util/go-strconv.ts'
import { Failure } from '../errors.ts'
import { duration, integer } from '../flags.ts'

/** How things are to be deleted: the flags that `delete`, `apply` and `replace` share. */
export interface DeletionFlags {
  readonly cascade: string
  readonly force: boolean
  /** Seconds; -1 leaves it to the objects. */
  readonly gracePeriod: number
  /** Milliseconds; 0 has no end. */
  readonly timeout: number
  readonly wait: boolean
}

/** Adds `--cascade`, `--force`, `--grace-period`, `--timeout` and `--wait`. */
export const declareDeletion = (command: Command, { wait }: { readonly wait: boolean }): Command =>
  command
    .addOption(
      command
        .createOption('--cascade [policy]', 'What becomes of dependents: background, foreground, or orphan.')
        .default('background')
        .preset('background'),
    )
    .option('--force', 'Delete at once, without waiting for what runs to end.', false)
    .option(
      '--grace-period <seconds>',
      'The time to end gracefully; negative leaves it to the object. 0 needs --force.',
      integer,
      -1,
    )
    .option('--timeout <time>', 'How long to wait for the end of a deletion; 0 waits without end.', duration, 0)
    .addOption(command.createOption('--wait', 'Wait until what was deleted is gone.').default(wait))

export type Propagation = NonNullable<DeleteOptions['propagationPolicy']>

const policies: Readonly<Record<string, Propagation>> = {
  background: 'Background',
  foreground: 'Foreground',
  orphan: 'Orphan',
}

/** The value of --cascade; the booleans of old still work, with a word on stderr. */
export const propagationOf = (
  cascade: string,
): { readonly propagation: Propagation; readonly deprecation?: string } => {
  const propagation = Object.hasOwn(policies, cascade) ? policies[cascade] : undefined
  if (propagation) return { propagation }
  const policy = cascades(cascade) ? 'background' : 'orphan'
  return {
    propagation: policy === 'background' ? 'Background' : 'Orphan',
    deprecation: `warning: --cascade=${cascade} is deprecated (boolean value) and can be replaced with --cascade=${policy}.\n`,
  }
}

const cascades = (text: string): boolean => {
  try {
    return parseBool(text)
  } catch {
    throw new Failure(`invalid cascade value (${text}). Must be "background", "foreground", or "orphan"`)
  }
}
