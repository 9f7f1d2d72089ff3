/** The object with one field changed, if it has it; the same object if not. */
export const changeField = <T extends object, K extends keyof T>(
  object: T,
  key: K,
  change: (value: NonNullable<T[K]>) => T[K],
): T => {
  const value = object[key]
  return value === undefined || value === null ? object : { ...object, [key]: change(value) }
}
