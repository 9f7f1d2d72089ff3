import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { Failure } from '../errors.ts'
import { duration, integer } from '../flags.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../output/printing.ts'
import { declareRecord, recordPatch } from '../record.ts'
import { resize, untilResized } from '../scale/resize.ts'
import { collectObjects } from '../selection/collect-objects.ts'
import { declareFiles, type SelectionFlags, selectionOf } from '../selection/selection.ts'
import { declareSelector } from '../selection/selectors.ts'
import { defineVerb } from '../verb.ts'

export interface ScaleFlags extends SelectionFlags, PrintFlags, DryRunFlags {
  readonly replicas: number
  readonly currentReplicas: number
  readonly resourceVersion: string
  /** Milliseconds; 0 does not wait. */
  readonly timeout: number
}

export const scale = defineVerb({
  usage: '[--resource-version=version] [--current-replicas=count] --replicas=COUNT (-f FILENAME | TYPE NAME)',
  description: `Set how many pods a deployment, replica set, replication controller or stateful set keeps.

With --current-replicas or --resource-version nothing changes unless the object is as the flag says.`,
  examples: `# Three pods
kubectl scale --replicas=3 deployment/web

# Only if there are two
kubectl scale --current-replicas=2 --replicas=3 deployment/web

# All deployments
kubectl scale deployment --all --replicas=0`,
  actsOn: ({ scale: hook }) => hook !== undefined,
  declare(command) {
    command.requiredOption('--replicas <count>', 'How many pods there shall be.', integer)
    command
      .option('--all', 'All objects of the types, in the namespace.', false)
      .option('--current-replicas <count>', 'Only if this is the size; -1 for any.', integer, -1)
      .option('--resource-version <version>', 'Only if this is the version of the object.', '')
      .option('--timeout <time>', 'How long to wait for the pods; 0 does not wait.', duration, 0)
    declareFiles(command, 'what to scale')
    declareSelector(command)
    declareRecord(command)
    declarePrinting(command)
    declareDryRun(command)
  },
  complete(args, flags: ScaleFlags, invocation) {
    const dryRun = dryRunOf(flags)
    if (flags.replicas < 0) {
      throw new Failure('The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0')
    }
    if (flags.currentReplicas < -1) {
      throw new Failure('The --current-replicas must specify an integer of -1 or greater')
    }
    return { flags, dryRun, selection: selectionOf({ args, flags, invocation }) }
  },
  async run({ flags, dryRun, selection }, context) {
    const { resourceVersion, timeout } = flags
    const { objects, error } = await collectObjects(selection, context)
    if (objects.length === 0) throw error ?? new Failure('no objects passed to scale')
    if (resourceVersion && objects.length > 1) {
      throw new Failure('cannot use --resource-version with multiple resources')
    }
    const currentReplicas = flags.currentReplicas === -1 ? undefined : flags.currentReplicas
    const print = await donePrinter(flags, context, { dryRun })
    // kubectl counts in 64 bits, the API in 32.
    const resizing = { replicas: flags.replicas | 0, currentReplicas, resourceVersion, dryRun: dryRun === 'server' }
    for (const found of objects) {
      const { resource, object } = found
      const replicas = dryRun === 'client' ? flags.replicas : await resize(found, resizing, context)
      const note = recordPatch(context)
      const { namespace, name } = found
      if (note && dryRun !== 'client') {
        await context.client.patch({ resource, namespace, name }, note, {
          dryRun: dryRun === 'server',
          fieldManager: 'kubectl',
        })
      }
      if (timeout > 0 && dryRun === 'none') await untilResized(found, timeout, context)
      print({ resource, object: resource.scale?.withReplicas(object, replicas) ?? object, did: 'scaled' })
    }
    if (error !== undefined) throw error
  },
})
