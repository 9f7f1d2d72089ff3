import type { Command } from 'commander'
import { repeated } from '../flags.ts'

export interface KustomizeFlags {
  readonly output: string
  readonly loadRestrictor: string
}

const restrictor =
  'Whether files must lie in the folder of the kustomization; LoadRestrictionsNone lets them lie anywhere.'

export const declareKustomize = (command: Command): void => {
  command
    .option('-o, --output <file>', 'A file to write to, in place of standard output.', '')
    .option('--load-restrictor <name>', restrictor, 'LoadRestrictionsRootOnly')
  // Neither charts nor programs are run here: a kustomization that asks for them is refused by itself.
  command
    .option('--enable-alpha-plugins', 'Accepted; there are no plugins.', false)
    .option('--enable-helm', 'Accepted; charts are not built.', false)
    .option('--helm-command <path>', 'Accepted; charts are not built.', 'helm')
    .option('--helm-api-versions <versions>', 'Accepted; charts are not built.', repeated, [])
    .option('--helm-kube-version <version>', 'Accepted; charts are not built.', '')
    .option('--helm-debug', 'Accepted; charts are not built.', false)
    .option('--network', 'Accepted; functions are not run.', false)
    .option('--network-name <name>', 'Accepted; functions are not run.', 'bridge')
    .option('--mount <options>', 'Accepted; functions are not run.', repeated, [])
    .option('-e, --env <pairs>', 'Accepted; functions are not run.', repeated, [])
    .option('--as-current-user', 'Accepted; functions are not run.', false)
}
