/** Numbers as the API writes them into a status: those that are zero are left out. */
export const counts = <T extends Readonly<Record<string, number | undefined>>>(numbers: T): Partial<T> =>
  Object.fromEntries(Object.entries(numbers).filter(([, number]) => number)) as Partial<T>
