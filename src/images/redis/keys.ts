import type { Pod } from '../../api/generated/types.ts'
import type { Process } from '../running.ts'
import { switchesOf, withSwitch } from '../switches.ts'

/** What a store holds. It is kept with its pod, for as long as the container runs. */
export interface Keys {
  get(key: string): string | undefined
  /** Undefined takes the key away. False where there is no room for it. */
  set(key: string, value: string | undefined): boolean
  readonly size: number
  /** The pod as it is then; undefined if nothing was set. */
  readonly leaves: Pod | undefined
}

const prefix = '/redis/'
// What may be kept with a pod is little.
const room = 32_768

export const keysOf = (running: Process, now: number): Keys => {
  const values = new Map<string, string>()
  const { pod, container } = running
  let left: Pod | undefined
  for (const { path, status, body = '' } of switchesOf(running)) {
    if (!path.startsWith(prefix)) continue
    if (status === 200) values.set(path.slice(prefix.length), body)
    else values.delete(path.slice(prefix.length))
  }
  return {
    get: key => values.get(key),
    set(key, value) {
      const others = [...values].filter(([known]) => known !== key)
      const size = others.flat().join('').length
      if (value !== undefined && size + key.length + value.length > room) return false
      const status = value === undefined ? 404 : 200
      left = withSwitch(left ?? pod, container.name, { path: `${prefix}${key}`, status, from: now, body: value })
      if (value === undefined) values.delete(key)
      else values.set(key, value)
      return true
    },
    get size() {
      return values.size
    },
    get leaves() {
      return left
    },
  }
}
