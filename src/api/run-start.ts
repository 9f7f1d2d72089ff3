import type { Pod } from './generated/types.ts'

/** When the run of a container began that goes on by its pod's status, in milliseconds; undefined where none does. */
export const runStart = ({ status }: Pod, container: string): number | undefined => {
  const all = [...(status?.containerStatuses ?? []), ...(status?.initContainerStatuses ?? [])]
  const startedAt = all.find(({ name }) => name === container)?.state?.running?.startedAt
  return startedAt === undefined ? undefined : Date.parse(startedAt)
}
