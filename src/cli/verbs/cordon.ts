import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { setSchedulable } from '../nodes/cordon.ts'
import { nodeSelection, selectedNodes } from '../nodes/selection.ts'
import { declareSelector, type SelectorFlags } from '../selection/selectors.ts'
import { defineVerb } from '../verb.ts'

export const cordon = defineVerb({
  usage: 'NODE',
  description: 'Let no new pods be placed on a node. Those that it has stay.',
  examples: `# One node
kubectl cordon my-cluster-worker`,
  declare(command) {
    declareSelector(command)
    declareDryRun(command)
  },
  complete: (args, flags: SelectorFlags & DryRunFlags, invocation) => ({
    selection: nodeSelection(args, flags, invocation),
    dryRun: dryRunOf(flags),
  }),
  async run({ selection, dryRun }, context) {
    for (const node of await selectedNodes(selection, context)) {
      await setSchedulable(node, { isSchedulable: false, dryRun }, context)
    }
  },
})
