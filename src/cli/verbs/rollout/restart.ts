import type { ObjectMeta } from '../../../api/generated/types.ts'
import type { KubeObject } from '../../../api/meta.ts'
import type { Resource } from '../../../api/resource.ts'
import type { Rollout } from '../../../api/rollout.ts'
import { declareRollout, type RolloutFlags } from '../../rollout/flags.ts'
import { patchEach } from '../../rollout/patch-each.ts'
import { rolloutSelection } from '../../rollout/selection.ts'
import { defineVerb } from '../../verb.ts'

export const restart = defineVerb({
  usage: 'RESOURCE',
  description: 'Replace all pods of deployments, daemon sets or stateful sets, as a change of their template would.',
  examples: `# One deployment
kubectl rollout restart deployment/web

# All with a label
kubectl rollout restart deployment --selector=app=web`,
  actsOn: ({ rollout }) => rollout !== undefined,
  declare: declareRollout,
  complete: (args, flags: RolloutFlags, invocation) => ({
    flags,
    selection: rolloutSelection(args, flags, invocation),
  }),
  async run({ flags, selection }, context) {
    const time = new Date(await context.client.now()).toISOString().replace(/\.\d+Z$/, 'Z')
    await patchEach(
      {
        selection,
        flags,
        did: 'restarted',
        change: (object, rollout, resource) => restarted(object, { rollout, resource, time }),
        unchanged(name) {
          throw new Error(`failed to create patch for ${name}: ${tooSoon}`)
        },
      },
      context,
    )
  },
})

const tooSoon =
  'if restart has already been triggered within the past second, please wait before attempting to trigger another'

interface Restarting {
  readonly rollout: Rollout<KubeObject> | undefined
  readonly resource: Resource
  readonly time: string
}

const restarted = (object: KubeObject, { rollout, resource: { workload }, time }: Restarting): KubeObject => {
  const template = workload?.template?.(object)
  if (!rollout || !template || !workload?.withTemplate) throw new Error('restarting is not supported')
  if (rollout.isPaused?.(object)) throw new Error("can't restart paused deployment (run rollout resume first)")
  const annotations = { ...template.metadata?.annotations, 'kubectl.kubernetes.io/restartedAt': time }
  const metadata = { ...template.metadata, annotations } as ObjectMeta
  return workload.withTemplate(object, { ...template, metadata })
}
