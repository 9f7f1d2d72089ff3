import type { Command } from 'commander'
import { Failure } from './errors.ts'

export type DryRun = 'none' | 'client' | 'server'

export interface DryRunFlags {
  readonly dryRun: string
}

/** Adds `--dry-run`. */
export const declareDryRun = (command: Command): Command =>
  command.addOption(
    command
      .createOption(
        '--dry-run [strategy]',
        'client: only print what would be sent; server: send it, and do not store it.',
      )
      .default('none')
      .preset('unchanged'),
  )

/** Reads the value of --dry-run. */
export const dryRunOf = ({ dryRun }: DryRunFlags, warn: (text: string) => void = () => undefined): DryRun => {
  if (dryRun === 'none' || dryRun === 'client' || dryRun === 'server') return dryRun
  if (dryRun === 'unchanged') {
    warn('--dry-run is deprecated and can be replaced with --dry-run=client.')
    return 'client'
  }
  throw new Failure(`Invalid dry-run value (${dryRun}). Must be "none", "server", or "client".`)
}

/** What stands behind `created`, `configured` … in messages. */
export const dryRunSuffix = (dryRun: DryRun): string =>
  dryRun === 'none' ? '' : dryRun === 'client' ? ' (dry run)' : ' (server dry run)'
