import type { Command } from 'commander'
import { type DeletionFlags, declareDeletion } from '../delete/flags.ts'
import { type DryRunFlags, declareDryRun } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { duration, repeated } from '../flags.ts'
import { declareOverrides, type OverrideFlags } from '../generators/overrides.ts'
import { declarePrinting, type PrintFlags } from '../output/printing.ts'
import { declareRecord } from '../record.ts'
import { declareSaveConfig, type SaveConfigFlags } from '../save-config.ts'
import { declareFiles } from '../selection/selection.ts'

export interface RunFlags
  extends PrintFlags,
    DryRunFlags,
    DeletionFlags,
    FieldManagerFlags,
    OverrideFlags,
    SaveConfigFlags {
  readonly image: string
  readonly imagePullPolicy: string
  readonly annotations: readonly string[]
  readonly labels: string
  readonly env: readonly string[]
  readonly port: string
  readonly expose: boolean
  readonly restart: string
  readonly command: boolean
  readonly privileged: boolean
  readonly stdin: boolean
  readonly tty: boolean
  readonly attach: boolean
  readonly leaveStdinOpen: boolean
  readonly rm: boolean
  readonly quiet: boolean
  readonly podRunningTimeout: number
}

export const declareRun = (command: Command): void => {
  command
    .requiredOption('--image <image>', 'The image of the container.')
    .option('--image-pull-policy <policy>', "Always, IfNotPresent or Never; the server's default if unset.", '')
    .option('--annotations <pair>', 'An annotation of the pod: KEY=VALUE; may be repeated.', repeated, [])
    .option('-l, --labels <labels>', 'The labels of the pod: a=b,c=d; run=NAME if unset.', '')
    .option('--env <pair>', 'A variable of the environment: NAME=VALUE; may be repeated.', repeated, [])
    .option('--port <port>', 'The port that the container listens on.', '')
    .option('--expose', 'Make a Service for the port, too.', false)
    .option('--restart <policy>', 'When the container is started again: Always, OnFailure or Never.', 'Always')
    .option('--command', 'The words behind -- are the command, not its arguments.', false)
    .option('--privileged', 'Let the container do what its node may.', false)
    .option('-i, --stdin', 'Keep standard input open, and attach.', false)
    .option('-t, --tty', 'Give the container a terminal.', false)
    .option('--attach', 'Attach to the container when it runs; the default with -i.', false)
    .option('--leave-stdin-open', 'Keep standard input open after the first attach.', false)
    .option('--rm', 'Delete the pod after it was attached to.', false)
    .option('-q, --quiet', 'Say less.', false)
    .option('--detach-keys <keys>', 'The keys that end attaching.', 'ctrl-p,ctrl-q')
    .option('--pod-running-timeout <time>', 'How long to wait for the pod before attaching.', duration, 60_000)
  declareOverrides(command)
  declareRecord(command)
  declareFiles(command, 'what is to be replaced')
  declareDeletion(command, { wait: false })
  declareFieldManager(command, 'kubectl-run')
  declareSaveConfig(command)
  declarePrinting(command)
  declareDryRun(command)
}
