import { objectName } from '../../api/resource.ts'
import { type DeletionOptions, deleteFound, deleteObjects } from '../delete/delete-objects.ts'
import { type DeletionFlags, declareDeletion, propagationOf } from '../delete/flags.ts'
import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { checkRaw, declareRaw, type RawFlags } from '../raw/flags.ts'
import { type Found, forEachObject } from '../selection/find-objects.ts'
import {
  declareAllNamespaces,
  declareFiles,
  type Selection,
  type SelectionFlags,
  selectionOf,
} from '../selection/selection.ts'
import { declareFieldSelector, declareSelector } from '../selection/selectors.ts'
import { type Context, defineVerb, Failure, type Invocation } from '../verb.ts'

export interface DeleteFlags extends SelectionFlags, DeletionFlags, DryRunFlags, RawFlags {
  readonly now: boolean
  readonly ignoreNotFound: boolean
  readonly output: string
  readonly interactive: boolean
}

export const deleteVerb = defineVerb({
  usage: '([-f FILENAME] | [-k DIRECTORY] | TYPE [(NAME | -l label | --all)])',
  description: `Deletes objects: those of files, those of a name, those that a selector picks, or all of a type.

What runs is given time to end (--grace-period), and the command waits until all is gone (--wait).

With --force an object goes at once, whatever becomes of what it ran.

Deleting a namespace deletes everything in it.`,
  examples: `# A pod
kubectl delete pod web --ignore-not-found

# What files describe
kubectl delete -f web.yaml

# By label
kubectl delete pods,services -l app=web

# All pods of the namespace, without waiting for their end
kubectl delete pods --all --wait=false

# A pod whose node is lost
kubectl delete pod stuck --force --ignore-not-found`,

  declare(command) {
    declareFiles(command, 'the objects to delete')
    declareSelector(command)
    declareFieldSelector(command)
    declareAllNamespaces(command)
    declareDeletion(command, { wait: true })
    declareRaw(command, 'DELETE')
    declareDryRun(command)
      .option('--all', 'All objects of the types, in the namespace.', false)
      .option('--ignore-not-found', 'Whether what is not there is no error; so it is with -l and --all.', false)
      .option('--now', 'Give what runs one second to end: the same as --grace-period=1.', false)
      .option('-o, --output <format>', 'With name only type/name is printed.', '')
      .option('-i, --interactive', 'Ask before anything is deleted.', false)
  },

  complete(args, flags: DeleteFlags, invocation) {
    if (!flags.raw) return { deletion: deletionOf(args, flags, invocation) }
    if (args.length > 0) throw new Failure('arguments may not be passed when --raw is specified')
    checkRaw({ ...flags, selector: '' }, 'optional')
    return { raw: { method: 'DELETE', path: flags.raw, file: flags.filename?.[0] } }
  },

  async run({ raw, deletion }, context) {
    if (raw) {
      const { sendFile } = await import('../raw/send-file.ts')
      return sendFile(raw, context)
    }
    await runDeletion(deletion, context)
  },
})

interface Deletion {
  readonly selection: Selection
  readonly options: DeletionOptions
  readonly deprecation: string | undefined
  readonly force: boolean
  readonly asks: boolean
}

const deletionOf = (args: readonly string[], flags: DeleteFlags, invocation: Invocation): Deletion => {
  const { propagation, deprecation } = propagationOf(flags.cascade)
  if (flags.now && flags.gracePeriod !== -1) {
    throw new Failure('--now and --grace-period cannot be specified together')
  }
  const gracePeriod = graceOf(flags)
  const dryRun = dryRunOf(flags)
  const selection = selectionOf({ args, flags, invocation, allSelects: true })
  checkOutput(flags.output)
  if (flags.force && gracePeriod > 0) {
    throw new Failure('--force and --grace-period greater than 0 cannot be specified together')
  }
  const picks = Boolean(flags.all || flags.selector || flags.fieldSelector)
  const options: DeletionOptions = {
    gracePeriod,
    propagation,
    dryRun,
    ignoreNotFound: flags.ignoreNotFound || (picks && !invocation.given('ignore-not-found')),
    waits: flags.wait,
    timeout: flags.timeout,
    printsNames: flags.output === 'name',
  }
  return { selection, options, deprecation, force: flags.force, asks: flags.interactive }
}

const runDeletion = async (
  { selection, options, deprecation, force, asks }: Deletion,
  context: Context,
): Promise<void> => {
  if (deprecation) context.io.err.write(deprecation)
  if (force && options.gracePeriod === 0) context.warn(immediate)
  if (!asks) {
    const count = await deleteObjects(selection, options, context)
    if (count === 0) context.io.out.write('No resources found\n')
    return
  }
  const objects: Found[] = []
  await forEachObject(selection, context, found => {
    objects.push(found)
  })
  if (objects.length === 0) context.io.out.write('No resources found\n')
  else if (await isConfirmed(objects, context)) await deleteFound(objects, options, context)
  else context.io.out.write('deletion is cancelled\n')
}

// Zero without --force is not meant to lose data: it becomes one second.
const graceOf = ({ now, gracePeriod, force }: DeleteFlags): number => {
  if (now) return 1
  if (force) return Math.max(0, gracePeriod)
  return gracePeriod === 0 ? 1 : gracePeriod
}

const checkOutput = (output: string): void => {
  if (output === '' || output === 'name') return
  throw new Failure(`unexpected -o output mode: ${output}. We only support '-o name'`)
}

const isConfirmed = async (objects: readonly Found[], { io }: Context): Promise<boolean> => {
  const names = objects.map(({ resource, name }) => `${objectName(resource, name)}\n`)
  io.out.write(`You are about to delete the following ${objects.length} resource(s):\n${names.join('')}`)
  io.out.write('Do you want to continue? (y/N): ')
  const [answer = ''] = (await io.in.readAll()).split('\n')
  return answer.trim().toLowerCase() === 'y'
}

const immediate =
  'Immediate deletion does not wait for confirmation that the running resource has been terminated. ' +
  'The resource may continue to run on the cluster indefinitely.'
