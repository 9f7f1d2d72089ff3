import type { Client } from '../../api/client.ts'
import { isReason } from '../../api/status-error.ts'
import type { Found } from '../selection/find-objects.ts'

/** Milliseconds that kubectl means by waiting without end. */
export const aWeek = 168 * 3_600_000

interface Waiting {
  readonly client: Client
  /** The cluster's time, in milliseconds, at which to give up. */
  readonly until: number
  /** Who is to go: another object of the name does not count. Any if unset. */
  readonly uid?: string | undefined
}

/** Lets time go by until an object is gone; false if it is still there in the end. */
export const untilGone = async (
  { resource, namespace, name }: Pick<Found, 'resource' | 'namespace' | 'name'>,
  { client, until, uid }: Waiting,
): Promise<boolean> => {
  const isThere = (found: string | undefined): boolean => uid === undefined || found === uid
  try {
    const { metadata } = await client.get({ resource, namespace, name })
    if (!isThere(metadata.uid)) return true
  } catch (error) {
    if (isReason(error, 'NotFound')) return true
    throw error
  }
  const selection = { namespace, fieldSelector: `metadata.name=${name}` }
  const { items, resourceVersion } = await client.list(resource, selection)
  if (!items.some(({ metadata }) => isThere(metadata.uid))) return true
  const timeout = Math.max(0, until - (await client.now()))
  for await (const { type } of client.watch(resource, { ...selection, resourceVersion, timeout })) {
    if (type === 'DELETED') return true
  }
  return false
}
