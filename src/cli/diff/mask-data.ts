import type { KubeObject } from '../../api/meta.ts'
import { isMap } from '../../util/go-value.ts'

interface Pair {
  readonly live: KubeObject | undefined
  readonly merged: KubeObject
}

/** Both objects with the values of their data hidden, so that one sees which differ. */
export const maskData = ({ live, merged }: Pair): Pair => {
  const before = live && dataOf(live)
  const after = dataOf(merged)
  return { live: live && masked(live, after, ' (before)'), merged: masked(merged, before, ' (after)') }
}

type Data = Readonly<Record<string, unknown>>

const dataOf = (object: KubeObject): Data | undefined => {
  const { data } = object as KubeObject & { data?: unknown }
  return isMap(data) ? data : undefined
}

const masked = (object: KubeObject, other: Data | undefined, mark: string): KubeObject => {
  const data = dataOf(object)
  if (!data) return object
  const isOther = (key: string): boolean => other !== undefined && key in other && other[key] !== data[key]
  const hidden = Object.fromEntries(Object.keys(data).map(key => [key, isOther(key) ? `***${mark}` : '***']))
  return { ...object, data: hidden } as KubeObject
}
