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
    if (single && objects.length === 1) print(objects[0], io.out.write)
    else print(listOf(await sorted(objects, flags, { world })), io.out.write)
  }
  throwAll(errors)
}

const listOf = (items: readonly unknown[]): unknown => ({
  apiVersion: 'v1',
  kind: 'List',
  metadata: { resourceVersion: '' },
  items,
})
