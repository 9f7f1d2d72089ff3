import type { KubeObject } from '../../../api/meta.ts'
import { objectKindName } from '../../../api/resource.ts'
import type { Rollout } from '../../../api/rollout.ts'
import { duration, integer } from '../../flags.ts'
import { declareRolloutSelection, rolloutSelection } from '../../rollout/selection.ts'
import { type Found, forEachObject, liveObject } from '../../selection/find-objects.ts'
import type { SelectionFlags } from '../../selection/selection.ts'
import { type Context, defineVerb, Failure } from '../../verb.ts'

interface StatusFlags extends SelectionFlags {
  readonly watch: boolean
  readonly revision: number
  /** Milliseconds; 0 waits without end. */
  readonly timeout: number
}

export const status = defineVerb({
  usage: '(TYPE NAME | TYPE/NAME) [flags]',
  description: 'Tell how far a rollout has come, and wait until it is done.',
  examples: `# Wait for a deployment
kubectl rollout status deployment/web

# Only look
kubectl rollout status deployment/web --watch=false`,
  actsOn: ({ rollout }) => rollout !== undefined,
  declare(command) {
    declareRolloutSelection(command)
    command
      .option('-w, --watch', 'Wait until the rollout is done.', true)
      .option('--revision <number>', 'Only of this revision: fail when another one is rolled out.', integer, 0)
      .option('--timeout <time>', 'How long to wait; 0 waits without end.', duration, 0)
  },
  complete(args, flags: StatusFlags, invocation) {
    const selection = rolloutSelection(args, flags, invocation)
    if (flags.revision < 0) throw new Failure(`revision must be a positive integer: ${flags.revision}`)
    return { flags, selection }
  },
  async run({ flags, selection }, context) {
    const count = await forEachObject(selection, context, async found => {
      await liveObject(found, context)
      const rollout = await found.resource.rollout?.()
      if (!rollout) {
        throw new Failure(`no status viewer has been implemented for ${objectKindName(found.resource)}`)
      }
      await follow(found, { rollout, flags, context })
    })
    if (count === 0) context.io.err.write(`No resources found in ${context.namespace} namespace.\n`)
  },
})

interface Following {
  readonly rollout: Rollout<KubeObject>
  readonly flags: StatusFlags
  readonly context: Context
}

const follow = async ({ resource, namespace, name }: Found, { rollout, flags, context }: Following): Promise<void> => {
  const { client, io } = context
  const timeout = flags.timeout > 0 ? flags.timeout : undefined
  const options = { namespace, fieldSelector: `metadata.name=${name}`, timeout }
  for await (const { type, object } of client.watch(resource, options)) {
    if (type === 'DELETED') throw new Failure('object has been deleted')
    checkRevision(object, rollout, flags)
    const { line, isDone } = rollout.status(object)
    io.out.write(`${line}\n`)
    if (isDone || !flags.watch) return
  }
  throw new Failure('timed out waiting for the condition')
}

const checkRevision = (object: KubeObject, rollout: Rollout<KubeObject>, { revision }: StatusFlags): void => {
  const running = rollout.runningRevision?.(object)
  if (revision === 0 || running === undefined || running === revision) return
  throw new Failure(`desired revision (${revision}) is different from the running revision (${running})`)
}
