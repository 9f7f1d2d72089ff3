interface Entry {
  readonly name: string
}

/** The entry of this name in its place changed, or a new one at the end. */
export const withEntry = <T extends Entry>(
  entries: readonly T[],
  name: string,
  change: (old: T | undefined) => T,
): readonly T[] => {
  const old = entries.find(entry => entry.name === name)
  const changed = change(old)
  return old ? entries.map(entry => (entry === old ? changed : entry)) : [...entries, changed]
}

export const withoutEntry = <T extends Entry>(entries: readonly T[], name: string): readonly T[] =>
  entries.filter(entry => entry.name !== name)

/** The fields that say something: empty texts, false and undefined are not written down. */
export const compact = <T extends object>(fields: T): T =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== '' && value !== false),
  ) as T
