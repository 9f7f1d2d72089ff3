import type { Command } from 'commander'
import { declareServerSide, type ServerSideFlags } from '../apply/server-side-flags.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { integer, repeated } from '../flags.ts'
import { declareFiles, type FileFlags } from '../selection/selection.ts'
import { declareSelector, type SelectorFlags } from '../selection/selectors.ts'

export interface DiffFlags extends FileFlags, SelectorFlags, FieldManagerFlags, ServerSideFlags {
  readonly showManagedFields: boolean
  readonly showSecrets: boolean
  readonly prune: boolean
  readonly pruneAllowlist: readonly string[]
}

export const declareDiff = (command: Command): void => {
  declareFiles(command, 'the configuration to compare')
  declareSelector(command)
  declareFieldManager(command, 'kubectl-client-side-apply')
  declareServerSide(command)
    .option('--show-managed-fields', 'Compare metadata.managedFields, too.', false)
    .option('--show-secrets', 'Show the values of Secrets.', false)
    .option('--concurrency <count>', 'Accepted; objects are compared one after the other.', integer, 1)
    .option('--prune', 'Show what apply --prune would delete, too.', false)
    .option('--prune-allowlist <group/version/kind>', 'A kind for --prune to look at; may be repeated.', repeated, [])
}
