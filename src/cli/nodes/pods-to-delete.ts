import type { Pod } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { controllerOf } from '../../api/meta.ts'
import { isReason } from '../../api/status-error.ts'
import type { Context } from '../verb.ts'

export interface PodFlags {
  readonly podSelector: string
  readonly force: boolean
  readonly ignoreDaemonsets: boolean
  readonly deleteEmptydirData: boolean
  /** Seconds after which a pod that is being deleted is not waited for; 0 waits for all. */
  readonly skipWaitForDeleteTimeout: number
}

interface Verdict {
  readonly isDeleted: boolean
  readonly warning?: string
  readonly fault?: string
}

export interface PodsToDelete {
  readonly pods: readonly Pod[]
  /** One text for all; empty if there is nothing to warn of. */
  readonly warning: string
  readonly faults: readonly string[]
}

const goes: Verdict = { isDeleted: true }

/** Which pods of a node go when it is drained, and what keeps others from it. */
export const podsToDelete = async (node: string, flags: PodFlags, context: Context): Promise<PodsToDelete> => {
  const { client } = context
  const { items } = await client.list(resourceOfKind('Pod'), {
    labelSelector: flags.podSelector || undefined,
    fieldSelector: `spec.nodeName=${node}`,
  })
  const now = await client.now()
  const judged: { readonly pod: Pod; readonly verdict: Verdict }[] = []
  for (const pod of items as readonly Pod[]) judged.push({ pod, verdict: await judge(pod, flags, { context, now }) })
  const warnings = grouped(judged.map(({ pod, verdict }) => ({ text: verdict.warning, pod })))
  const faults = grouped(judged.map(({ pod, verdict }) => ({ text: verdict.fault, pod })))
  return {
    pods: judged.filter(({ verdict }) => verdict.isDeleted).map(({ pod }) => pod),
    warning: warnings.join('; '),
    faults: faults.map(text => `cannot delete ${text}`),
  }
}

interface Judging {
  readonly context: Context
  readonly now: number
}

/** The last rule that has a say decides, as in kubectl. */
const judge = async (pod: Pod, flags: PodFlags, { context, now }: Judging): Promise<Verdict> => {
  if (isLongGoing(pod, flags, now)) return { isDeleted: false }
  const ofDaemonSet = await judgeDaemonSet(pod, flags, context)
  if (!ofDaemonSet.isDeleted) return ofDaemonSet
  if (pod.metadata.annotations?.['kubernetes.io/config.mirror'] !== undefined) return { isDeleted: false }
  if (isOver(pod)) return goes
  if ((pod.spec?.volumes ?? []).some(({ emptyDir }) => emptyDir) && !flags.deleteEmptydirData) {
    return { isDeleted: false, fault: 'Pods with local storage (use --delete-emptydir-data to override)' }
  }
  if (controllerOf(pod)) return goes
  return flags.force
    ? { isDeleted: true, warning: 'deleting Pods that declare no controller' }
    : { isDeleted: false, fault: 'Pods that declare no controller (use --force to override)' }
}

const judgeDaemonSet = async (pod: Pod, flags: PodFlags, { client }: Context): Promise<Verdict> => {
  const controller = controllerOf(pod)
  if (controller?.kind !== 'DaemonSet' || isOver(pod)) return goes
  const { namespace } = pod.metadata
  try {
    await client.get({ resource: resourceOfKind('DaemonSet'), namespace, name: controller.name })
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return isReason(error, 'NotFound') && flags.force
      ? { isDeleted: true, warning: text }
      : { isDeleted: false, fault: text }
  }
  return flags.ignoreDaemonsets
    ? { isDeleted: false, warning: 'ignoring DaemonSet-managed Pods' }
    : { isDeleted: false, fault: 'DaemonSet-managed Pods (use --ignore-daemonsets to ignore)' }
}

const isOver = ({ status }: Pod): boolean => status?.phase === 'Succeeded' || status?.phase === 'Failed'

const isLongGoing = ({ metadata }: Pod, { skipWaitForDeleteTimeout: limit }: PodFlags, now: number): boolean =>
  limit > 0 && metadata.deletionTimestamp !== undefined && now - Date.parse(metadata.deletionTimestamp) > limit * 1000

const grouped = (list: readonly { readonly text: string | undefined; readonly pod: Pod }[]): readonly string[] => {
  const groups = new Map<string, readonly string[]>()
  for (const { text, pod } of list) {
    if (text === undefined) continue
    groups.set(text, [...(groups.get(text) ?? []), `${pod.metadata.namespace}/${pod.metadata.name}`])
  }
  return [...groups].map(([text, names]) => `${text}: ${names.join(', ')}`)
}
