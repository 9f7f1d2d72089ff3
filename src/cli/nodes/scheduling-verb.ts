import { type DryRunFlags, declareDryRun, dryRunOf } from '../dry-run.ts'
import { declareSelector, type SelectorFlags } from '../selection/selectors.ts'
import { defineVerb, type Verb } from '../verb.ts'
import { setSchedulable } from './cordon.ts'
import { nodeSelection, selectedNodes } from './selection.ts'

type Help = Pick<Verb, 'description' | 'examples'>

/** A verb that lets pods be placed on nodes, or none. */
export const schedulingVerb = (isSchedulable: boolean, help: Help): Verb =>
  defineVerb({
    ...help,
    usage: 'NODE',
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
        await setSchedulable(node, { isSchedulable, dryRun }, context)
      }
    },
  })
