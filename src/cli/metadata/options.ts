import { type DryRun, dryRunOf } from '../dry-run.ts'
import { Failure } from '../errors.ts'
import { checkFormat } from '../output/printing.ts'
import { resourcesAndPairs } from '../selection/resources-and-pairs.ts'
import { namesFiles, type Selection, selectionOf } from '../selection/selection.ts'
import type { Invocation } from '../verb.ts'
import type { MetadataFlags } from './flags.ts'

/** What is to be set and taken away. */
export interface Changes {
  readonly set: Readonly<Record<string, string>>
  readonly remove: readonly string[]
}

export interface MetadataOptions {
  readonly flags: MetadataFlags
  readonly dryRun: DryRun
  readonly changes: Changes
  readonly selection: Selection
}

interface Given {
  readonly args: readonly string[]
  readonly flags: MetadataFlags
  readonly invocation: Invocation
  /** The word for a change: `label`. */
  readonly what: string
  /** How refusals call a file: `pod`. */
  readonly file: string
  parse(pairs: readonly string[]): Changes
  /** Refuses changes that do not go together, after all else. */
  validate?(changes: Changes): void
  /** Whether there is one printer for all objects: then it is made first, and --list may stand beside -o. */
  readonly isOnePrinter: boolean
}

/** What operands and flags of `label` and `annotate` say. Throws where they make no sense. */
export const metadataOptions = ({
  args,
  flags,
  invocation,
  what,
  file,
  parse,
  validate,
  isOnePrinter,
}: Given): MetadataOptions => {
  const dryRun = dryRunOf(flags)
  if (isOnePrinter) checkFormat(flags)
  const { resources, pairs } = resourcesAndPairs(args, what)
  const changes = parse(pairs)
  if (flags.list && flags.output && !isOnePrinter) {
    throw new Failure('--list and --output may not be specified together')
  }
  if (flags.all && flags.selector) throw new Failure('cannot set --all and --selector at the same time')
  if (flags.all && flags.fieldSelector) throw new Failure('cannot set --all and --field-selector at the same time')
  if (flags.local) checkLocal(resources, flags, { dryRun, file })
  else if (resources.length === 0 && !namesFiles(flags)) {
    throw new Failure('one or more resources must be specified as <resource> <name> or <resource>/<name>')
  }
  const isEmpty = Object.keys(changes.set).length === 0 && changes.remove.length === 0
  if (isEmpty && !flags.list) throw new Failure(`at least one ${what} update is required`)
  validate?.(changes)
  const { filename = [], kustomize = '', recursive = false } = flags
  const selection: Selection = flags.local
    ? { from: 'files', filename, kustomize, recursive, local: true }
    : selectionOf({ args: resources, flags, invocation })
  return { flags, dryRun, changes, selection }
}

const checkLocal = (
  resources: readonly string[],
  flags: MetadataFlags,
  { dryRun, file }: { readonly dryRun: DryRun; readonly file: string },
): void => {
  if (dryRun === 'server') {
    throw new Failure('cannot specify --local and --dry-run=server - did you mean --dry-run=client?')
  }
  const example = `-f ${file}.yaml or --filename=${file}.json`
  if (resources.length > 0) throw new Failure(`can only use local files by ${example} when --local=true is set`)
  if (!namesFiles(flags)) throw new Failure(`one or more files must be specified as ${example}`)
}
