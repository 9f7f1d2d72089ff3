import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { isPodFinished, isPodReady } from '../../api/pod-status.ts'
import { deleteFound } from '../delete/delete-objects.ts'
import { attachTo } from '../pods/attach-to.ts'
import type { Found } from '../selection/found.ts'
import { type Context, Failure } from '../verb.ts'
import type { RunFlags } from './flags.ts'

export interface AttachedRun {
  readonly pod: Pod
  /** What `run` made, which --rm deletes again. */
  readonly created: readonly Found[]
  readonly flags: RunFlags
}

/** Attaches to a pod that was just made, gives its exit code where it is not started again, and deletes it with --rm. */
export const attachRun = async ({ pod, created, flags }: AttachedRun, context: Context): Promise<void> => {
  try {
    await attachWhenRunning(pod, flags, context)
    if (flags.leaveStdinOpen || !['Never', 'OnFailure'].includes(flags.restart)) return
    const isOver = flags.restart === 'Never' ? isPodFinished : hasSucceeded
    checkOutcome(await podThat(isOver, pod, flags, context))
  } finally {
    if (flags.rm) await remove(created, flags, context)
  }
}

const hasSucceeded = ({ status }: Pod): boolean => status?.phase === 'Succeeded'

const attachWhenRunning = async (made: Pod, flags: RunFlags, context: Context): Promise<void> => {
  const pod = await podThat(one => isPodFinished(one) || isRunningAndReady(one), made, flags, context)
  const [container] = pod.spec.containers
  if (!container) return
  const { namespace = 'default', name } = pod.metadata
  const kubelet = await context.world.openKubelet(context.cluster)
  for (const { text } of await kubelet.log({ namespace, pod: name, container: container.name })) {
    context.io.out.write(`${text}\n`)
  }
  if (!isPodFinished(pod)) await attachTo({ pod, container, flags }, context)
}

const isRunningAndReady = (pod: Pod): boolean => pod.status?.phase === 'Running' && isPodReady(pod)

/** The pod once it is so. Throws where that takes too long. */
const podThat = async (
  isSo: (pod: Pod) => boolean,
  { metadata: { namespace, name } }: Pod,
  { podRunningTimeout: timeout }: RunFlags,
  { client }: Context,
): Promise<Pod> => {
  const options = { namespace, fieldSelector: `metadata.name=${name}`, timeout }
  for await (const { type, object } of client.watch(resourceOfKind('Pod'), options)) {
    if (type === 'DELETED') throw new Failure(`pods "${name}" not found`)
    if (isSo(object as Pod)) return object as Pod
  }
  throw new Failure('timed out waiting for the condition')
}

const checkOutcome = ({ metadata: { namespace, name }, status }: Pod): void => {
  if (status?.phase === 'Succeeded') return
  const { exitCode = 0, reason = '', message = '' } = status?.containerStatuses?.[0]?.state?.terminated ?? {}
  const pod = `pod ${namespace}/${name}`
  if (exitCode === 0) throw new Failure(`${pod} failed with unknown exit code`)
  throw new Failure(`${pod} terminated (${reason})\n${message}`.trimEnd(), { plain: true, code: exitCode })
}

const remove = async (created: readonly Found[], { quiet }: RunFlags, context: Context): Promise<void> => {
  const out = quiet ? { ...context.io.out, write: () => undefined } : context.io.out
  const options = {
    gracePeriod: -1,
    propagation: 'Background',
    dryRun: 'none',
    ignoreNotFound: true,
    waits: false,
    timeout: 0,
    printsNames: false,
  } as const
  await deleteFound(created, options, { ...context, io: { ...context.io, out } })
}
