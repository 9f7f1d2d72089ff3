/** The object without these keys; the same object when it has none of them. */
export const omit = <T extends object, K extends keyof T>(object: T, ...keys: readonly K[]): Omit<T, K> => {
  if (!keys.some(key => Object.hasOwn(object, key))) return object
  const rest: Partial<T> = { ...object }
  for (const key of keys) delete rest[key]
  return rest as Omit<T, K>
}
