import type { ContainerStatus } from '../../api/generated/types.ts'
import type { KubeletNote } from './notes.ts'

/** What a container does next, and what there is to tell of it. */
export interface Move {
  /** Its new status; unset if it stays as it is. */
  readonly status?: ContainerStatus
  readonly due?: number | undefined
  readonly runs?: boolean
  readonly notes?: readonly KubeletNote[]
}

/** A container that waits, for a reason; nothing where it waits for that already. */
export const waitFor = (status: ContainerStatus, why: { reason: string; message?: string }): Move => {
  const { waiting: now } = status.state ?? {}
  if (now?.reason === why.reason && now.message === why.message) return {}
  return { status: { ...status, ready: false, started: false, state: { waiting: why } } }
}
