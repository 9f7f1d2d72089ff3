/** The items by a field, for --sort-by; as they are without one. */
export const sorted = async <T>(items: readonly T[], sortBy: string): Promise<readonly T[]> => {
  if (!sortBy) return items
  const { sortByField } = await import('../../printers/sort.ts')
  return sortByField(items, { path: sortBy })
}
