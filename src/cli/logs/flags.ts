import type { Command } from 'commander'
import { goTimeFault } from '../../util/go-time.ts'
import { duration, integer } from '../flags.ts'
import { declarePodTimeout, type PodTimeoutFlags } from '../pods/flags.ts'
import { declareSelector } from '../selection/selectors.ts'
import { type Invocation, UsageError } from '../verb.ts'

export interface LogsFlags extends PodTimeoutFlags {
  readonly allPods: boolean
  readonly allContainers: boolean
  readonly follow: boolean
  readonly timestamps: boolean
  readonly limitBytes: number
  readonly previous: boolean
  readonly tail: number
  readonly ignoreErrors: boolean
  readonly sinceTime: string
  readonly since: number
  readonly container: string
  readonly selector?: string
  readonly maxLogRequests: number
  readonly prefix: boolean
}

export const declareLogs = (command: Command): void => {
  command.option('--all-pods', 'The logs of all pods that belong to the object. Every line tells its source.', false)
  command.option('--all-containers', 'The logs of all containers of the pods.', false)
  command.option('-f, --follow', 'Go on with what is printed from now on.', false)
  command.option('--timestamps', 'Put the time before every line.', false)
  command.option('--limit-bytes <count>', 'How many bytes to print at most; 0 is no limit.', integer, 0)
  command.option('-p, --previous', 'The logs of the run before this one.', false)
  command.option(
    '--tail <count>',
    'How many lines to print at most, the last ones; -1 is all, with -l 10.',
    integer,
    -1,
  )
  command.option('--ignore-errors', 'Go on with other logs where one cannot be had.', false)
  command.option('--since-time <time>', 'Only what was printed after this time (RFC3339).', '')
  command.option('--since <time>', 'Only what is newer than this (5s, 2m, 3h).', duration, 0)
  command.option('-c, --container <name>', 'The container.', '')
  command.option('--insecure-skip-tls-verify-backend', 'Accepted; there is nothing to verify.', false)
  declarePodTimeout(command, 20_000)
  declareSelector(command)
  command.option('--max-log-requests <count>', 'How many logs to follow at once.', integer, 5)
  command.option('--prefix', 'Put pod and container before every line.', false)
}

/** What was asked for. Throws what kubectl refuses before it looks at the cluster. */
export const logsOptions = (args: readonly string[], flags: LogsFlags, { given }: Invocation) => {
  const [word, inline] = args
  if (args.length > 2 || (word === undefined && !flags.selector)) throw new UsageError(usage, { hint: true })
  if (args.length === 1 && flags.selector) {
    throw new UsageError('only a selector (-l) or a POD name is allowed', { hint: true })
  }
  const fault = flags.sinceTime ? goTimeFault(flags.sinceTime) : undefined
  if (fault !== undefined) throw new Error(fault)
  return {
    word,
    flags,
    container: inline ?? flags.container,
    hasTwoContainers: given('container') && inline !== undefined,
    tail: flags.selector && !given('tail') ? 10 : flags.tail,
    prefix: flags.prefix || flags.allPods,
  }
}

export type LogsOptions = ReturnType<typeof logsOptions>

/** Throws over what does not go together: kubectl looks at that after it has found the object. */
export const checkLogsOptions = ({ flags, container, hasTwoContainers }: LogsOptions): void => {
  if (flags.sinceTime && flags.since !== 0) {
    throw new UsageError('at most one of `sinceTime` or `sinceSeconds` may be specified')
  }
  if (flags.allContainers && container) {
    throw new UsageError(`--all-containers=true should not be specified with container name ${container}`)
  }
  if (hasTwoContainers) throw new UsageError('only one of -c or an inline [CONTAINER] arg is allowed')
  if (flags.limitBytes < 0) throw new UsageError('--limit-bytes must be greater than 0')
  if (flags.since < 0) throw new UsageError('--since must be greater than 0')
  if (flags.tail < -1) throw new UsageError('--tail must be greater than or equal to -1')
}

const usage =
  "expected 'logs [-f] [-p] (POD | TYPE/NAME) [-c CONTAINER]'.\n" +
  'POD or TYPE/NAME is a required argument for the logs command'
