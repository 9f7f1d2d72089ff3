import type { Node } from '../../api/generated/types.ts'
import { createTwoWayPatch } from '../../api/patch/strategic-diff.ts'
import { schemaOfKind } from '../../api/schema.ts'
import { type DryRun, type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { declareFieldManager, type FieldManagerFlags } from '../field-manager.ts'
import { parseTaints, splitTaints, type TaintChanges, updatedTaints } from '../nodes/taints.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../output/printing.ts'
import { type Found, forEachObject, liveObject } from '../selection/find-objects.ts'
import { mappedResource } from '../selection/resource-types.ts'
import type { Selection } from '../selection/selection.ts'
import { declareSelector, type SelectorFlags } from '../selection/selectors.ts'
import { declareValidation, type ValidationFlags, validationOf } from '../validation.ts'
import { type Context, defineVerb, Failure, UsageError } from '../verb.ts'

interface TaintFlags extends SelectorFlags, PrintFlags, DryRunFlags, FieldManagerFlags, ValidationFlags {
  readonly all: boolean
  readonly overwrite: boolean
}

export const taint = defineVerb({
  usage: 'NODE NAME KEY_1=VAL_1:TAINT_EFFECT_1 ... KEY_N=VAL_N:TAINT_EFFECT_N',
  description: `Mark nodes so that only pods that tolerate it are placed on them.

An effect is NoSchedule, PreferNoSchedule or NoExecute. KEY:EFFECT- takes a taint away, KEY- all of a key.`,
  examples: `# Only for pods that tolerate it
kubectl taint node my-cluster-worker dedicated=web:NoSchedule

# Take it away
kubectl taint node my-cluster-worker dedicated:NoSchedule-`,
  declare(command) {
    command.option('--all', 'All nodes.', false).option('--overwrite', 'Change taints that are there already.', false)
    declareSelector(command)
    declareValidation(command)
    declareFieldManager(command, 'kubectl-taint')
    declarePrinting(command)
    declareDryRun(command)
  },
  complete(args, flags: TaintFlags) {
    const dryRun = dryRunOf(flags)
    const fieldValidation = validationOf(flags)
    const { resources, taints } = splitTaints(args)
    if (resources.length === 0) throw new Failure('one or more resources must be specified as <resource> <name>')
    if (taints.length === 0) throw new Failure('at least one taint update is required')
    const changes = parsed(taints)
    const selection = selectionOf(resources, flags)
    checkConflicts(changes)
    return { flags, dryRun, fieldValidation, changes, selection }
  },
  async run({ flags, dryRun, fieldValidation, changes, selection }, context) {
    await forEachObject(selection, context, async found => {
      const live = (await liveObject(found, context)) as Node
      const { overwrite } = flags
      const { taints, did } = updatedTaints(live.spec?.taints ?? [], changes, { node: found.name, overwrite })
      const object = { ...live, spec: { ...live.spec, taints } }
      const body = createTwoWayPatch({ ...live }, object, schemaOfKind(found.resource) ?? {})
      const options = { dryRun, fieldManager: flags.fieldManager, fieldValidation }
      const sent = dryRun === 'client' ? object : await send(found, body, { options, context })
      // kubectl forgets to say that it was a dry run.
      const print = await donePrinter(flags, context)
      print({ resource: found.resource, object: sent, did })
    })
  },
})

const parsed = (words: readonly string[]): TaintChanges => {
  try {
    return parseTaints(words)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { hint: true })
  }
}

const selectionOf = ([type = '', ...names]: readonly string[], { all, selector }: TaintFlags): Selection => {
  const resource = mappedResource(type)
  if (resource.kind !== 'Node') {
    throw new Failure(`invalid resource type ${type.toLowerCase()}, only node types are supported`)
  }
  if (all && selector) throw new Failure("setting 'all' parameter with a non empty selector is prohibited")
  if (!all && !selector) {
    if (names.length > 0) return { from: 'names', objects: names.map(name => ({ resource, name })) }
    throw new Failure("at least one resource name must be specified since 'all' parameter is not set")
  }
  const labelSelector = selector || undefined
  return { from: 'lists', resources: [resource], namespace: undefined, labelSelector, fieldSelector: undefined }
}

const checkConflicts = ({ add, remove }: TaintChanges): void => {
  const both = remove.filter(gone =>
    add.some(({ key, effect }) => key === gone.key && (gone.effect === '' || gone.effect === effect)),
  )
  if (both.length === 0) return
  const list = both.map(({ key, effect }) => `${key}=${effect}`).join(', ')
  throw new Failure(`can not both modify and remove the following taint(s) in the same command: ${list}`)
}

interface Sending {
  readonly options: {
    readonly dryRun: DryRun
    readonly fieldManager: string
    readonly fieldValidation: ReturnType<typeof validationOf>
  }
  readonly context: Context
}

const send = (
  { resource, name }: Found,
  body: Readonly<Record<string, unknown>>,
  { options, context }: Sending,
): ReturnType<Context['client']['patch']> =>
  context.client.patch(
    { resource, name },
    { type: 'strategic', body },
    { ...options, dryRun: options.dryRun === 'server' },
  )
