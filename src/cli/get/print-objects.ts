import type { Printer } from '../../printers/printer.ts'
import { throwAll } from '../errors.ts'
import { isSingle } from '../selection/is-single.ts'
import type { Context } from '../verb.ts'
import type { GetOptions } from './options.ts'
import type { Read } from './read.ts'
import { sorted } from './sorted.ts'

/**
 * Prints what was read in an output format: one object by itself, anything else as a List. Throws what was not read.
 */
export const printObjects = async (
  { blocks, errors }: Read,
  { flags, selection, single: isNamed }: GetOptions,
  { print, io, world }: { readonly print: Printer } & Pick<Context, 'io' | 'world'>,
): Promise<void> => {
  const single = isNamed && (selection === undefined || isSingle(selection, world))
  const objects = blocks.flatMap(block => block.objects)
  const nothingToShow = (single && errors.length > 0) || (objects.length === 0 && flags.ignoreNotFound)
  if (!nothingToShow) {
    const items = await sorted(objects, flags.sortBy)
    print(single && items.length === 1 ? items[0] : listOf(items), io.out.write)
  }
  throwAll(errors)
}

const listOf = (items: readonly unknown[]): unknown => ({
  apiVersion: 'v1',
  kind: 'List',
  metadata: { resourceVersion: '' },
  items,
})
