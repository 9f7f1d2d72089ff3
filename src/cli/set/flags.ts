import type { Command } from 'commander'
import { type DryRun, type DryRunFlags, declareDryRun } from '../dry-run.ts'
import { Failure } from '../errors.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { declarePrinting, type PrintFlags } from '../output/printing.ts'
import { declareRecord } from '../record.ts'
import {
  declareFiles,
  namesFiles,
  nothingGiven,
  onlyFiles,
  type Selection,
  type SelectionFlags,
  selectionOf,
} from '../selection/selection.ts'
import { declareSelector } from '../selection/selectors.ts'
import type { Invocation } from '../verb.ts'

/** The flags that the `set` verbs have in common. */
export interface SetFlags extends SelectionFlags, PrintFlags, DryRunFlags, FieldManagerFlags {
  readonly local: boolean
}

interface Parts {
  readonly selector?: boolean
  readonly kustomize?: boolean
  readonly record?: boolean
}

/** Adds the flags of the `set` verbs; some of them go without -l, --record, or -k (and look into folders then). */
export const declareSet = (
  command: Command,
  { selector = true, kustomize = true, record = true }: Parts = {},
): void => {
  command
    .option('--all', 'All objects of the types, in the namespace.', false)
    .option('--local', 'Change what the file holds, without asking the server.', false)
  declareFiles(command, 'the objects to change', { kustomize, recursive: !kustomize })
  if (selector) declareSelector(command)
  if (record) declareRecord(command)
  declareFieldManager(command, 'kubectl-set')
  declarePrinting(command)
  declareDryRun(command)
}

/** Which objects a `set` verb is about, from operands and flags. Throws where --local stands beside operands. */
export const setSelection = (resources: readonly string[], flags: SetFlags, invocation: Invocation): Selection => {
  if (flags.local && resources.length > 0) throw new Failure(onlyFiles)
  return looseSelection(resources, flags, invocation)
}

/** The same; --local overlooks operands. */
export const looseSelection = (resources: readonly string[], flags: SetFlags, invocation: Invocation): Selection => {
  const { filename = [], kustomize = '', recursive = false, local } = flags
  if (!local) return selectionOf({ args: resources, flags, invocation })
  if (!namesFiles(flags)) throw new Failure(nothingGiven)
  return { from: 'files', filename, kustomize, recursive, local }
}

/** Refuses --all beside -l. */
export const checkAll = ({ all, selector }: SetFlags): void => {
  if (all && selector) throw new Failure('cannot set --all and --selector at the same time')
}

/** Refuses a dry run on the server of what is only in files. */
export const checkLocal = ({ local }: SetFlags, dryRun: DryRun): void => {
  if (local && dryRun === 'server') {
    throw new Failure('cannot specify --local and --dry-run=server - did you mean --dry-run=client?')
  }
}
