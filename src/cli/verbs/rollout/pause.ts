import { patchingVerb } from '../../rollout/patching-verb.ts'

export const pause = patchingVerb(
  {
    actsOn: async ({ rollout }) => (await rollout?.())?.withPaused !== undefined,
    description: 'Keep a deployment from replacing pods, whatever changes, until it is resumed.',
    examples: `# Change it several times, roll out once
kubectl rollout pause deployment/web`,
  },
  {
    did: 'paused',
    change(object, rollout) {
      if (!rollout?.withPaused) throw new Error('pausing is not supported')
      if (rollout.isPaused?.(object)) throw new Error('is already paused')
      return rollout.withPaused(object, true)
    },
    unchanged: () => 'already paused',
  },
)
