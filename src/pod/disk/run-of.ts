import type { Pod } from '../../api/generated/types.ts'

/** Tells one run of a container from the next: that one begins with the image again. */
export const runOf = ({ status }: Pod, name: string): string => {
  const all = [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? [])]
  const found = all.find(container => container.name === name)
  return `${found?.restartCount ?? 0} ${found?.state?.running?.startedAt ?? ''}`
}
