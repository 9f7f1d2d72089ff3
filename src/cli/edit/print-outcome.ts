import { type Done, donePrinter } from '../output/printing.ts'
import { printedAs } from '../selection/subresource.ts'
import type { Context } from '../verb.ts'
import type { EditOptions } from './options.ts'

/** Says what became of an edited object. Each is printed by itself: there is no `---` between. */
export const printOutcome = async (
  { resource, object, did }: Done,
  { flags }: Pick<EditOptions, 'flags'>,
  context: Context,
): Promise<void> => {
  const print = await donePrinter(flags, context)
  print({ resource: printedAs(object, resource), object, did })
}
