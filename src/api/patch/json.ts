/** What JSON calls an object. */
export type JsonMap = Readonly<Record<string, unknown>>

/** The same map without some of its keys. */
export const without = (map: JsonMap, ...keys: readonly string[]): JsonMap =>
  Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)))

/** Own keys only: `constructor` is a key like others. */
export const has = (map: JsonMap, key: string): boolean => Object.hasOwn(map, key)
