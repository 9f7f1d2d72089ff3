import type { Command } from 'commander'
import { type DryRun, type DryRunFlags, declareDryRun } from '../dry-run.ts'
import { Failure } from '../errors.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { declarePrinting, type PrintFlags } from '../output/printing.ts'
import { declareFiles, type Selection, type SelectionFlags, selectionOf } from '../selection/selection.ts'
import { declareSelector } from '../selection/selectors.ts'
import type { Invocation } from '../verb.ts'

/** The flags that the `set` verbs have in common. */
export interface SetFlags extends SelectionFlags, PrintFlags, DryRunFlags, FieldManagerFlags {
  readonly local: boolean
}

export const declareSet = (command: Command): void => {
  command
    .option('--all', 'All objects of the types, in the namespace.', false)
    .option('--local', 'Change what the file holds, without asking the server.', false)
  declareFiles(command, 'the objects to change')
  declareSelector(command)
  declareFieldManager(command, 'kubectl-set')
  declarePrinting(command)
  declareDryRun(command)
}

/** Which objects a `set` verb is about. */
export const setSelection = (resources: readonly string[], flags: SetFlags, invocation: Invocation): Selection => {
  const { filename = [], kustomize = '', recursive = false, local } = flags
  if (!local) return selectionOf({ args: resources, flags, invocation })
  if (resources.length > 0) throw new Failure(onlyFiles)
  return { from: 'files', filename, kustomize, recursive, local }
}

export const checkSet = ({ local, all, selector }: SetFlags, dryRun: DryRun): void => {
  if (all && selector) throw new Failure('cannot set --all and --selector at the same time')
  if (local && dryRun === 'server') {
    throw new Failure('cannot specify --local and --dry-run=server - did you mean --dry-run=client?')
  }
}

const onlyFiles = `error: you must specify resources by --filename when --local is set.
Example resource specifications include:
   '-f rsrc.yaml'
   '--filename=rsrc.json'`
