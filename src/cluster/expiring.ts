import { folderOf, storedKinds } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { keyOf } from '../apiserver/server.ts'
import type { Store } from '../store/store.ts'

/** Takes away what is no more. Nobody sees it any longer, so that there is no hurry and no time at which it is due. */
export interface Expiring {
  /** The earliest time (milliseconds) at which something expires, as the state file keeps it; undefined: nothing does. */
  readonly next: number | undefined
  /** For when something was written anyhow: a cluster that is left alone stays as it is. */
  sweep(now: number): void
}

// Old objects are taken away many at once: a look for them reads all of their kind.
const patience = 300_000

export const createExpiring = (store: Store<KubeObject>, known: number | undefined): Expiring => {
  let next = known
  let isWritten = false
  const kinds = storedKinds().filter(({ expiry }) => expiry)
  const note = (at: number): void => {
    next = Math.min(next ?? at, at)
  }
  store.subscribe(({ type, key, value }) => {
    isWritten = true
    if (type === 'DELETED') return
    for (const kind of kinds)
      if (kind.kind === value.kind && key.startsWith(folderOf(kind))) note(expiryOf(kind, value))
  })
  return {
    get next() {
      return next
    },
    sweep(now) {
      const isDue = isWritten && next !== undefined && next + patience <= now
      isWritten = false
      if (!isDue) return
      next = undefined
      for (const kind of kinds) {
        for (const object of [...store.list(folderOf(kind))]) {
          const at = expiryOf(kind, object)
          if (at <= now) store.delete(keyOf(kind, object))
          else note(at)
        }
      }
      isWritten = false
    },
  }
}

const expiryOf = (kind: Resource, object: KubeObject): number => kind.expiry?.(object) ?? Number.POSITIVE_INFINITY
