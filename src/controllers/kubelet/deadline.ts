import type { Pod, PodStatus } from '../../api/generated/types.ts'

/** When a pod has run for as long as it may; with its last status once that time is over. */
export const expired = (
  { spec, status }: Pod,
  now: number,
): { readonly due: number; readonly status?: PodStatus | undefined } | undefined => {
  const { activeDeadlineSeconds } = spec
  if (activeDeadlineSeconds === undefined || !status?.startTime) return undefined
  const due = Date.parse(status.startTime) + activeDeadlineSeconds * 1000
  if (now < due) return { due }
  const message = 'Pod was active on the node longer than the specified deadline'
  return { due, status: { ...status, phase: 'Failed', reason: 'DeadlineExceeded', message } }
}
