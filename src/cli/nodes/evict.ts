import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { isReason } from '../../api/status-error.ts'
import { printGoDuration } from '../../util/go-duration.ts'
import { goQuote } from '../../util/go-quote.ts'
import { type DryRun, dryRunSuffix } from '../dry-run.ts'
import type { Context } from '../verb.ts'

export interface EvictFlags {
  /** Seconds; -1 leaves it to the pod. */
  readonly gracePeriod: number
  readonly disableEviction: boolean
  /** Milliseconds; 0 waits without end. */
  readonly timeout: number
}

const retryDelay = 5000

/** Evicts pods, again and again where a budget forbids it, and waits until they are gone. */
export const evictAll = async (
  pods: readonly Pod[],
  { flags, dryRun }: { readonly flags: EvictFlags; readonly dryRun: DryRun },
  context: Context,
): Promise<void> => {
  const { client, io } = context
  const end = flags.timeout > 0 ? (await client.now()) + flags.timeout : Number.POSITIVE_INFINITY
  let refused = pods
  while (refused.length > 0) {
    const again: Pod[] = []
    for (const pod of refused) {
      if (!flags.disableEviction) io.out.write(`evicting pod ${pathOf(pod)}${dryRunSuffix(dryRun)}\n`)
      if ((await client.now()) >= end) throw tooLate(`error when evicting ${quoted(pod)}`, flags)
      if (!(await evict(pod, flags, { dryRun, context }))) again.push(pod)
    }
    refused = again
    if (refused.length > 0) await client.sleep(retryDelay)
  }
  if (dryRun === 'none') for (const pod of pods) await untilGone(pod, { flags, end, context })
}

const pathOf = ({ metadata }: Pod): string => `${metadata.namespace}/${metadata.name}`
const quoted = ({ metadata }: Pod): string =>
  `pods/${goQuote(metadata.name ?? '')} -n ${goQuote(metadata.namespace ?? '')}`

const tooLate = (what: string, { timeout }: EvictFlags): Error =>
  new Error(`${what}: global timeout reached: ${printGoDuration(timeout)}`)

/** Whether the pod is on its way out, or gone; false where it must be tried again. */
const evict = async (
  pod: Pod,
  { gracePeriod, disableEviction }: EvictFlags,
  { dryRun, context }: { readonly dryRun: DryRun; readonly context: Context },
): Promise<boolean> => {
  const { client, io } = context
  const { namespace, name } = pod.metadata
  const target = { resource: resourceOfKind('Pod'), namespace, name: name ?? '' }
  const options = gracePeriod >= 0 ? { gracePeriodSeconds: gracePeriod } : {}
  try {
    if (disableEviction) await client.delete(target, { ...options, dryRun: dryRun === 'server' })
    else
      await client.create({ ...target, subresource: 'eviction' }, eviction(pod, options), {
        dryRun: dryRun === 'server',
      })
  } catch (error) {
    if (isReason(error, 'NotFound')) return true
    if (!(error instanceof Error)) throw error
    const what = `error when evicting ${quoted(pod)}`
    if (!isReason(error, 'TooManyRequests')) throw new Error(`${what}: ${error.message}`)
    io.err.write(`${what} (will retry after ${printGoDuration(retryDelay)}): ${error.message}\n`)
    return false
  }
  return true
}

const eviction = ({ metadata: { name, namespace } }: Pod, deleteOptions: object): object => ({
  apiVersion: 'policy/v1',
  kind: 'Eviction',
  metadata: { name, namespace },
  deleteOptions,
})

interface Waiting {
  readonly flags: EvictFlags
  readonly end: number
  readonly context: Context
}

const untilGone = async (pod: Pod, { flags, end, context }: Waiting): Promise<void> => {
  const { client, io } = context
  const { namespace, name = '', uid } = pod.metadata
  const target = { resource: resourceOfKind('Pod'), namespace, name }
  for (;;) {
    const live = await client.get(target).catch(error => {
      if (isReason(error, 'NotFound')) return undefined
      throw error
    })
    if (!live || live.metadata.uid !== uid) break
    if ((await client.now()) >= end) {
      throw tooLate(
        `error when waiting for pod ${goQuote(name)} in namespace ${goQuote(namespace ?? '')} to terminate`,
        flags,
      )
    }
    await client.sleep(1000)
  }
  io.out.write(`pod/${name} ${flags.disableEviction ? 'deleted' : 'evicted'}\n`)
}
