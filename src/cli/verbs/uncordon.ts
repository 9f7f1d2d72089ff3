import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { setSchedulable } from '../nodes/cordon.ts'
import { nodeSelection, selectedNodes } from '../nodes/selection.ts'
import { declareSelector, type SelectorFlags } from '../selection/selectors.ts'
import { defineVerb } from '../verb.ts'

export const uncordon = defineVerb({
  usage: 'NODE',
  description: 'Let pods be placed on a node again.',
  examples: `# One node
kubectl uncordon my-cluster-worker`,
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
      await setSchedulable(node, { isSchedulable: true, dryRun }, context)
    }
  },
})
