import { declareRollout, type RolloutFlags } from '../../rollout/flags.ts'
import { patchEach } from '../../rollout/patch-each.ts'
import { rolloutSelection } from '../../rollout/selection.ts'
import { defineVerb } from '../../verb.ts'

export const pause = defineVerb({
  usage: 'RESOURCE',
  description: 'Keep a deployment from replacing pods, whatever changes, until it is resumed.',
  examples: `# Change it several times, roll out once
kubectl rollout pause deployment/web`,
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
        did: 'paused',
        change(object, rollout) {
          if (!rollout?.withPaused) throw new Error('pausing is not supported')
          if (rollout.isPaused?.(object)) throw new Error('is already paused')
          return rollout.withPaused(object, true)
        },
        unchanged: () => 'already paused',
      },
      context,
    ),
})
