import { declareRollout, type RolloutFlags } from '../../rollout/flags.ts'
import { patchEach } from '../../rollout/patch-each.ts'
import { rolloutSelection } from '../../rollout/selection.ts'
import { defineVerb } from '../../verb.ts'

export const resume = defineVerb({
  usage: 'RESOURCE',
  description: 'Let a paused deployment replace pods again.',
  examples: `# Roll out what was changed meanwhile
kubectl rollout resume deployment/web`,
  declare: declareRollout,
  complete: (args, flags: RolloutFlags, invocation) => ({
    flags,
    selection: rolloutSelection(args, flags, invocation),
  }),
  run: ({ flags, selection }, context) =>
    patchEach(
      {
        selection,
        flags,
        did: 'resumed',
        change(object, rollout) {
          if (!rollout?.withPaused) throw new Error('resuming is not supported')
          if (!rollout.isPaused?.(object)) throw new Error('is not paused')
          return rollout.withPaused(object, false)
        },
        unchanged: () => 'already resumed',
      },
      context,
    ),
})
