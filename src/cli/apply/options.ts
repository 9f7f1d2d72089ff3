import type { WriteOptions } from '../../api/client.ts'
import type { Resource } from '../../api/resource.ts'
import type { Propagation } from '../delete/flags.ts'
import { propagationOf } from '../delete/flags.ts'
import { type DryRun, dryRunOf } from '../dry-run.ts'
import { Failure } from '../errors.ts'
import { requireFiles } from '../selection/selection.ts'
import { validationOf } from '../validation.ts'
import type { Invocation } from '../verb.ts'
import type { ApplyFlags } from './flags.ts'
import { parsePruneKinds } from './prune-kinds.ts'

export interface ApplyOptions {
  readonly flags: ApplyFlags
  readonly dryRun: DryRun
  readonly fieldValidation: NonNullable<WriteOptions['fieldValidation']>
  readonly fieldManager: string
  readonly propagation: Propagation
  /** Said on stderr. */
  readonly deprecation: string | undefined
  /** The kinds that --prune looks at; empty means those it looks at by itself. */
  readonly pruned: readonly Resource[]
}

/** What `apply` was asked to do; throws where flags do not go together. */
export const applyOptions = (flags: ApplyFlags, invocation: Invocation): ApplyOptions => {
  const dryRun = dryRunOf(flags)
  const { propagation, deprecation } = propagationOf(flags.cascade)
  requireFiles(flags)
  const fieldValidation = validationOf(flags)
  const pruned = flags.prune ? parsePruneKinds(flags.pruneAllowlist) : []
  checkTogether(flags, dryRun)
  if (flags.prune) checkPrune(flags)
  if (flags.subresource && !flags.serverSide) {
    throw new Failure('--subresource can only be specified for --server-side')
  }
  const fieldManager = flags.serverSide && !invocation.given('field-manager') ? 'kubectl' : flags.fieldManager
  return { flags, dryRun, fieldValidation, fieldManager, propagation, deprecation, pruned }
}

const checkTogether = (flags: ApplyFlags, dryRun: DryRun): void => {
  const { serverSide, forceConflicts, force } = flags
  if (forceConflicts && !serverSide) throw new Failure('--force-conflicts only works with --server-side')
  if (dryRun === 'client' && serverSide) {
    throw new Failure("--dry-run=client doesn't work with --server-side (did you mean --dry-run=server instead?)")
  }
  if (serverSide && force) throw new Failure('--force cannot be used with --server-side')
  if (dryRun === 'server' && force) throw new Failure('--dry-run=server cannot be used with --force')
  if (flags.all && flags.selector) throw new Failure('cannot set --all and --selector at the same time')
}

const checkPrune = ({ force, all, selector, serverSide }: ApplyFlags): void => {
  if (force) throw new Failure('--force cannot be used with --prune')
  if (!all && !selector) {
    throw new Failure(
      'all resources selected for prune without explicitly passing --all. To prune all resources, pass the --all flag. ' +
        'If you did not mean to prune all resources, specify a label selector',
    )
  }
  if (serverSide) {
    throw new Failure("--prune is in alpha and doesn't currently work on objects created by server-side apply")
  }
}
