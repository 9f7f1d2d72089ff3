import { isReason } from '../../api/status-error.ts'
import { aWeek } from '../delete/until-gone.ts'
import { duration, repeated } from '../flags.ts'
import { declarePrinting, donePrinter, type PrintFlags } from '../output/printing.ts'
import { type Found, forEachObject, liveObject } from '../selection/find-objects.ts'
import {
  declareAllNamespaces,
  declareFiles,
  onlyFiles,
  type Selection,
  type SelectionFlags,
  selectionOf,
} from '../selection/selection.ts'
import { declareFieldSelector, declareSelector } from '../selection/selectors.ts'
import { type Context, defineVerb, Failure } from '../verb.ts'
import { awaitObject } from '../wait/await-object.ts'
import { type Condition, parseConditions } from '../wait/conditions.ts'

export interface WaitFlags extends SelectionFlags, PrintFlags {
  readonly for: readonly string[]
  readonly timeout: number
}

export const wait = defineVerb({
  usage:
    "([-f FILENAME] | resource.group/resource.name | resource.group [(-l label | --all)]) [--for=create|--for=delete|--for condition=available|--for=jsonpath='{}'[=value]]",
  description: `Waits until objects are as asked: created, deleted, with a condition in their status, or with a value under a JSONPath. Of several --for all must hold, one after the other.

It ends with an error if that does not happen in time.`,
  examples: `# Until a pod is ready
kubectl wait --for=condition=Ready pod/web --timeout=60s

# Until a field has a value
kubectl wait --for=jsonpath='{.status.phase}'=Running pod/web

# Until a Service has an address
kubectl wait --for=jsonpath='{.status.loadBalancer.ingress}' service/web

# Until all pods with a label are gone
kubectl wait --for=delete pods -l app=web --timeout=60s`,

  declare(command) {
    command
      .option('--for <condition>', 'create, delete, condition=NAME[=VALUE], or jsonpath=PATH[=VALUE].', repeated, [])
      .option('--timeout <time>', 'How long to wait; 0 looks once, less than 0 waits for a week.', duration, 30_000)
      .option('--all', 'All objects of the types, in the namespace.', false)
      .option('--local', 'Look at what files hold, without asking the server; only for --for=create.', false)
    declareFiles(command, 'the objects to wait for', { kustomize: false, recursive: true })
    declareSelector(command)
    declareFieldSelector(command)
    declareAllNamespaces(command)
    declarePrinting(command)
  },

  complete(args, flags: WaitFlags, invocation) {
    const conditions = parseConditions(flags.for)
    if (flags.local) checkLocal(args, conditions)
    return { flags, conditions, selection: selectionOf({ args, flags, invocation }) }
  },

  async run({ flags, conditions, selection }, context) {
    const print = await donePrinter(flags, context)
    const end = (await context.client.now()) + (flags.timeout < 0 ? aWeek : flags.timeout)
    const until = flags.timeout === 0 ? undefined : end
    if (!flags.local && conditions.some(({ kind }) => kind === 'create')) await untilFound(selection, end, context)
    const isForDelete = conditions.some(({ kind }) => kind === 'delete')
    const waitFor = async (found: Found): Promise<void> => {
      let object = flags.local && found.object ? found.object : await liveObject(found, context)
      for (const condition of conditions) {
        object = await awaitObject({ found, object, condition, until }, context)
        print({ resource: found.resource, object, did: 'condition met' })
      }
    }
    const count = await forEachObject(selection, context, async found => {
      try {
        await waitFor(found)
      } catch (error) {
        if (!(isForDelete && isReason(error, 'NotFound'))) throw error
      }
    })
    if (count === 0 && !isForDelete) throw new Failure('no matching resources found')
  },
})

// In files nothing becomes what it is not: kubectl itself crashes on that.
const checkLocal = (args: readonly string[], conditions: readonly Condition[]): void => {
  if (args.length > 0) throw new Failure(onlyFiles)
  if (conditions.every(({ kind }) => kind === 'create')) return
  throw new Failure('--local can only be used with --for=create: whatever else to wait for happens in the cluster')
}

// kubectl looks twice a second.
const pause = 500

const untilFound = async (selection: Selection, end: number, context: Context): Promise<void> => {
  while (!(await isFound(selection, context))) {
    if ((await context.client.now()) >= end) throw new Failure('timed out waiting for the condition')
    await context.client.sleep(pause)
  }
}

const isFound = async (selection: Selection, context: Context): Promise<boolean> => {
  try {
    const count = await forEachObject(selection, context, async found => {
      await liveObject(found, context)
    })
    return count > 0
  } catch (error) {
    if (isReason(error, 'NotFound')) return false
    throw error
  }
}
