import type { Command } from 'commander'
import { type DryRunFlags, declareDryRun } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { declarePrinting, type PrintFlags } from '../output/printing.ts'
import { declareRecord } from '../record.ts'
import { declareAllNamespaces, declareFiles, type SelectionFlags } from '../selection/selection.ts'
import { declareFieldSelector, declareSelector } from '../selection/selectors.ts'

/** The flags of `label` and `annotate`. */
export interface MetadataFlags extends SelectionFlags, PrintFlags, DryRunFlags, FieldManagerFlags {
  readonly overwrite: boolean
  readonly list: boolean
  readonly local: boolean
  readonly resourceVersion: string
}

export const declareMetadata = (command: Command, verb: string, what: string): void => {
  command
    .option('--overwrite', `Change ${what} that have another value already.`, false)
    .option('--list', `Print the ${what}.`, false)
    .option('--local', 'Change what the file holds, without asking the server.', false)
    .option('--all', 'All objects of the types, in the namespace.', false)
    .option(
      '--resource-version <version>',
      'Only if this is the version of the object, which must be a single one.',
      '',
    )
  declareFiles(command, `the objects whose ${what} to change`)
  declareAllNamespaces(command)
  declareSelector(command)
  declareFieldSelector(command)
  declareRecord(command)
  declareFieldManager(command, `kubectl-${verb}`)
  declarePrinting(command)
  declareDryRun(command)
}
