import type { Command } from 'commander'
import { printGoDuration } from '../../util/go-duration.ts'
import { duration } from '../flags.ts'
import { UsageError } from '../verb.ts'

export interface PodTimeoutFlags {
  readonly podRunningTimeout: number
}

/** Adds `--pod-running-timeout`, in milliseconds. */
export const declarePodTimeout = (command: Command, fallback: number): Command =>
  command.addOption(
    command
      .createOption(
        '--pod-running-timeout <time>',
        'How long to wait until there is a pod (5s, 2m), more than nothing.',
      )
      .argParser(duration)
      .default(fallback, printGoDuration(fallback)),
  )

export const podTimeoutOf = ({ podRunningTimeout }: PodTimeoutFlags): number => {
  if (podRunningTimeout > 0) return podRunningTimeout
  throw new UsageError('--pod-running-timeout must be higher than zero', { hint: true })
}
