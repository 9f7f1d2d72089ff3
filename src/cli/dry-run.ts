import type { Command } from 'commander'
import { parseBool } from '../util/go-strconv.ts'
import { Failure } from './errors.ts'
import { logLine } from './output/log-line.ts'
import { withNotice } from './program/notices.ts'

export type DryRun = 'none' | 'client' | 'server'

export interface DryRunFlags {
  readonly dryRun: string
}

/** Adds `--dry-run`. */
export const declareDryRun = (command: Command): Command =>
  command.addOption(
    withNotice(
      command
        .createOption(
          '--dry-run [strategy]',
          'client: only print what would be sent; server: send it, and do not store it.',
        )
        .default('none')
        .preset('unchanged'),
      (value, now) => {
        const text = deprecationOf(value)
        const line = value === 'unchanged' ? 719 : text?.endsWith('client.') ? 733 : 736
        return text && logLine('W', { place: `helpers.go:${line}`, text, now })
      },
    ),
  )

/** Reads the value of --dry-run; the booleans of old still work. */
export const dryRunOf = ({ dryRun }: DryRunFlags): DryRun => {
  if (dryRun === 'none' || dryRun === 'client' || dryRun === 'server') return dryRun
  if (dryRun === 'unchanged') return 'client'
  const boolean = booleanOf(dryRun)
  if (boolean !== undefined) return boolean ? 'client' : 'none'
  throw new Failure(`Invalid dry-run value (${dryRun}). Must be "none", "server", or "client".`)
}

const deprecationOf = (dryRun: string): string | undefined => {
  if (dryRun === 'unchanged') return '--dry-run is deprecated and can be replaced with --dry-run=client.'
  const boolean = booleanOf(dryRun)
  if (boolean === undefined) return undefined
  const better = boolean ? 'client' : 'none'
  return `--dry-run=${dryRun} is deprecated (boolean value) and can be replaced with --dry-run=${better}.`
}

const booleanOf = (text: string): boolean | undefined => {
  try {
    return parseBool(text)
  } catch {
    return undefined
  }
}

/** What stands behind `created`, `configured` … in messages. */
export const dryRunSuffix = (dryRun: DryRun): string =>
  dryRun === 'none' ? '' : dryRun === 'client' ? ' (dry run)' : ' (server dry run)'
