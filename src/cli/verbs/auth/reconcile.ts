import { resourceOfKind } from '../../../api/lookup.ts'
import type { KubeObject } from '../../../api/meta.ts'
import { isReason } from '../../../api/status-error.ts'
import { type DryRun, type DryRunFlags, declareDryRun, dryRunOf } from '../../dry-run.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../../output/printing.ts'
import { type Found, forEachObject } from '../../selection/find-objects.ts'
import { declareFiles, requireFiles, type SelectionFlags } from '../../selection/selection.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'
import { planOf, type Reconciliation, reportOf } from './reconciliation.ts'

interface ReconcileFlags extends SelectionFlags, PrintFlags, DryRunFlags {
  readonly removeExtraPermissions: boolean
  readonly removeExtraSubjects: boolean
}

export const reconcile = defineVerb({
  usage: '-f FILENAME',
  description:
    'Makes roles and bindings of the cluster hold at least what those of files do: missing objects are created, missing ' +
    'rules and subjects added, and a binding to another role is made anew. Objects of other kinds are passed over.',
  examples: '# What would change\nkubectl auth reconcile -f roles.yaml --dry-run=client',

  declare(command) {
    declarePrinting(command)
    declareFiles(command, 'roles and bindings')
    declareDryRun(command)
    command.option('--remove-extra-permissions', 'Take away rules that the files do not have.', false)
    command.option('--remove-extra-subjects', 'Take away subjects that the files do not have.', false)
  },

  complete(args, flags: ReconcileFlags) {
    requireFiles(flags)
    if (args.length > 0) throw new Failure('no arguments are allowed')
    const dryRun = dryRunOf(flags)
    if (dryRun === 'server') throw new Failure('--dry-run=server for command reconcile is not supported yet')
    return { flags, dryRun }
  },

  async run({ flags, dryRun }, context) {
    const print = await donePrinter(flags, context, { dryRun })
    await forEachObject({ from: 'files', ...flags }, context, async found => {
      if (found.resource.group !== 'rbac.authorization.k8s.io' || !found.object) return
      const plan = planOf(found.object, await existing(found, context), flags)
      const object = await carryOut(plan, found, { dryRun, context })
      print({ resource: found.resource, object, did: 'reconciled' })
      context.io.err.write(reportOf(plan, flags))
    })
  },
})

const existing = async (target: Found, { client }: Context): Promise<KubeObject | undefined> => {
  try {
    return await client.get(target)
  } catch (error) {
    if (isReason(error, 'NotFound')) return undefined
    throw error
  }
}

const carryOut = async (
  { action, object }: Reconciliation,
  found: Found,
  { dryRun, context }: { readonly dryRun: DryRun; readonly context: Context },
): Promise<KubeObject> => {
  const { client } = context
  if (action === 'none' || dryRun !== 'none') return object
  if (action === 'update') return client.update(found, object)
  if (action === 'recreate') await client.delete(found)
  if (found.namespace) await ensureNamespace(found.namespace, context)
  return client.create({ resource: found.resource, namespace: found.namespace }, object)
}

const ensureNamespace = async (name: string, { client }: Context): Promise<void> => {
  const resource = resourceOfKind('Namespace')
  try {
    await client.create({ resource }, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
  } catch (error) {
    if (!isReason(error, 'AlreadyExists')) throw error
  }
}
