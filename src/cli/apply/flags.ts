import type { Command } from 'commander'
import { type DeletionFlags, declareDeletion } from '../delete/flags.ts'
import { type DryRunFlags, declareDryRun } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { repeated } from '../flags.ts'
import { declarePrinting, type PrintFlags } from '../output/printing.ts'
import { declareRecord } from '../record.ts'
import { declareFiles, type FileFlags } from '../selection/selection.ts'
import { declareSelector, type SelectorFlags } from '../selection/selectors.ts'
import { declareSubresource, type SubresourceFlags } from '../selection/subresource.ts'
import { declareValidation, type ValidationFlags } from '../validation.ts'
import { declareServerSide, type ServerSideFlags } from './server-side-flags.ts'

export interface ApplyFlags
  extends FileFlags,
    SelectorFlags,
    DeletionFlags,
    PrintFlags,
    DryRunFlags,
    ValidationFlags,
    FieldManagerFlags,
    ServerSideFlags,
    SubresourceFlags {
  readonly all: boolean
  readonly overwrite: boolean
  readonly prune: boolean
  readonly pruneAllowlist: readonly string[]
}

export const declareApply = (command: Command): void => {
  declareFiles(command, 'the configuration to apply')
  declareSelector(command)
  declareDeletion(command, { wait: false })
  declareValidation(command)
  declareFieldManager(command, 'kubectl-client-side-apply')
  declareServerSide(command)
  declareRecord(command)
  declareSubresource(command)
  declarePrinting(command)
  declareDryRun(command)
    .option('--all', 'With --prune: of all objects of the namespace, whatever their labels.', false)
    .option('--overwrite', 'Where somebody else has changed a field too, take the value of the configuration.', true)
    .option('--openapi-patch', 'Accepted; patches are always made by the schema of the API.', true)
    .option('--prune', 'Delete what was applied before and is in no file now. Needs -l or --all.', false)
    .option('--prune-allowlist <group/version/kind>', 'A kind for --prune to look at; may be repeated.', repeated, [])
}
