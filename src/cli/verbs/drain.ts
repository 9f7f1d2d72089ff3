import { parseSelector } from '../../api/selector-parser.ts'
import { type DryRun, type DryRunFlags, declareDryRun, dryRunOf, dryRunSuffix } from '../dry-run.ts'
import { duration, integer } from '../flags.ts'
import { setSchedulable } from '../nodes/cordon.ts'
import { type EvictFlags, evictAll } from '../nodes/evict.ts'
import { type PodFlags, podsToDelete } from '../nodes/pods-to-delete.ts'
import { nodeSelection, selectedNodes } from '../nodes/selection.ts'
import type { Known } from '../selection/collect-objects.ts'
import { declareSelector, type SelectorFlags } from '../selection/selectors.ts'
import { type Context, defineVerb, Failure } from '../verb.ts'

interface DrainFlags extends SelectorFlags, DryRunFlags, PodFlags, EvictFlags {}

export const drain = defineVerb({
  usage: 'NODE',
  description: `Empty a node: let no new pods be placed on it, and evict those that it has.

Pods of daemon sets stay, and must be put up with by --ignore-daemonsets. Pods that nothing would replace only go with --force, pods that keep data on the node only with --delete-emptydir-data.`,
  examples: `# Empty a node
kubectl drain my-cluster-worker --ignore-daemonsets

# Only look
kubectl drain my-cluster-worker --ignore-daemonsets --dry-run=client`,
  declare(command) {
    command
      .option('--force', 'Evict pods that nothing would replace, too.', false)
      .option('--ignore-daemonsets', 'Leave the pods of daemon sets.', false)
      .option('--delete-emptydir-data', 'Evict pods that keep data on the node (emptyDir), too.', false)
      .option('--grace-period <seconds>', 'How long pods may take to end; -1 leaves it to them.', integer, -1)
      .option('--timeout <time>', 'When to give up; 0 never.', duration, 0)
      .option('--pod-selector <selector>', 'Only pods with these labels.', '')
      .option('--disable-eviction', 'Delete the pods, whatever their disruption budgets say.', false)
      .option('--skip-wait-for-delete-timeout <seconds>', 'Leave pods that end for longer than this.', integer, 0)
      .option('--chunk-size <number>', 'How many pods to list at once.', integer, 500)
    declareSelector(command)
    declareDryRun(command)
  },
  complete(args, flags: DrainFlags, invocation) {
    const selection = nodeSelection(args, flags, invocation)
    const dryRun = dryRunOf(flags)
    checkPodSelector(flags)
    return { flags, dryRun, selection }
  },
  async run({ flags, dryRun, selection }, context) {
    const nodes = await selectedNodes(selection, context)
    for (const node of nodes) await setSchedulable(node, { isSchedulable: false, dryRun }, context)
    const failed = new Map<string, readonly string[]>()
    for (const node of nodes) {
      const faults = await drainNode(node, { flags, dryRun }, context)
      if (faults.length > 0) failed.set(node.name, faults)
    }
    if (failed.size === 0) return
    const pending = [...failed.keys()].map(name => ` ${name}\n`).join('')
    context.io.err.write(`There are pending nodes to be drained:\n${pending}`)
    throw new Failure([...failed.values()].flat().join('\n'), { plain: true })
  },
})

const checkPodSelector = ({ podSelector }: PodFlags): void => {
  try {
    parseSelector(podSelector)
  } catch {
    throw new Failure('--pod-selector=<pod_selector> must be a valid label selector')
  }
}

interface Draining {
  readonly flags: DrainFlags
  readonly dryRun: DryRun
}

/** What kept the node from being drained; nothing if it was. */
const drainNode = async ({ name }: Known, draining: Draining, context: Context): Promise<readonly string[]> => {
  const { flags, dryRun } = draining
  const { io } = context
  const { pods, warning, faults } = await podsToDelete(name, flags, context)
  const failed = faults.length > 0 ? faults : await evictPods(pods, { ...draining, warning }, context)
  if (failed.length > 0) {
    const text = failed.length > 1 ? `[${failed.join(', ')}]` : failed.join('')
    io.err.write(`error: unable to drain node "${name}" due to error: ${text}, continuing command...\n`)
  } else io.out.write(`node/${name} drained${dryRunSuffix(dryRun)}\n`)
  return failed
}

type Pods = Awaited<ReturnType<typeof podsToDelete>>['pods']

const evictPods = async (
  pods: Pods,
  { flags, dryRun, warning }: Draining & { readonly warning: string },
  context: Context,
): Promise<readonly string[]> => {
  if (warning) context.warn(warning)
  if (dryRun === 'client') {
    for (const { metadata } of pods) {
      context.io.out.write(`evicting pod ${metadata.namespace}/${metadata.name} (dry run)\n`)
    }
    return []
  }
  try {
    await evictAll(pods, { flags, dryRun }, context)
    return []
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}
