import { patchingVerb } from '../../rollout/patching-verb.ts'

export const resume = patchingVerb(
  {
    actsOn: async ({ rollout }) => (await rollout?.())?.withPaused !== undefined,
    description: 'Let a paused deployment replace pods again.',
    examples: `# Roll out what was changed meanwhile
kubectl rollout resume deployment/web`,
  },
  {
    did: 'resumed',
    change(object, rollout) {
      if (!rollout?.withPaused) throw new Error('resuming is not supported')
      if (!rollout.isPaused?.(object)) throw new Error('is not paused')
      return rollout.withPaused(object, false)
    },
    unchanged: () => 'already resumed',
  },
)
