import type { KubeObject } from '../../api/meta.ts'

/** When creations that were refused are tried again (milliseconds), ever more seldom: after as much as has gone by. */
export const retryAt = ({ metadata }: KubeObject, now: number): number =>
  now + Math.max(5000, now - Date.parse(metadata.creationTimestamp ?? ''))
