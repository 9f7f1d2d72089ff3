import type { SortedType } from '../../printers/sort.ts'
import { Failure } from '../errors.ts'
import { logLine } from '../output/log-line.ts'
import type { Context } from '../verb.ts'

interface Sorting {
  readonly sortBy: string
  /** Objects if unset. */
  readonly what?: SortedType
}

/** The items by a field, for --sort-by; as they are without one. What has no order ends kubectl in its log's words. */
export const sorted = async <T>(
  items: readonly T[],
  { sortBy, what = '*unstructured.Unstructured' }: Sorting,
  { world }: Pick<Context, 'world'>,
): Promise<readonly T[]> => {
  if (!sortBy) return items
  const { sortByField, UnsortableError } = await import('../../printers/sort.ts')
  try {
    return sortByField(items, { path: sortBy, what })
  } catch (error) {
    if (!(error instanceof UnsortableError)) throw error
    const place = what === '[][][]reflect.Value' ? 'sorter.go:375' : 'sorter.go:329'
    throw new Failure(logLine('F', { place, text: error.message, now: world.clock.now() }), { plain: true })
  }
}
