import { resourceOfKind } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { keyOf } from './server.ts'

/** Which companions an object needs now, and which only its old form did; without `object` all of the old ones go. */
export const companionChanges = (
  resource: Resource,
  object: KubeObject | undefined,
  old: KubeObject | undefined,
): { readonly add: readonly KubeObject[]; readonly drop: readonly KubeObject[] } => {
  const add = (object && resource.companions?.(object)) ?? []
  const before = (old && resource.companions?.(old)) ?? []
  const kept = new Set(add.map(keyOfAny))
  return { add, drop: before.filter(companion => !kept.has(keyOfAny(companion))) }
}

export const keyOfAny = (object: KubeObject): string => keyOf(resourceOfKind(object.kind), object)
