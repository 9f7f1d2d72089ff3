import type { Resource } from '../../api/resource.ts'
import { PrinterError } from '../../printers/printer.ts'
import { formatTable } from '../../printers/table.ts'
import { throwAll } from '../errors.ts'
import { objectTable, type TableOptions } from '../output/object-table.ts'
import type { Context } from '../verb.ts'
import type { Block } from './block.ts'
import type { GetFlags } from './flags.ts'
import type { GetOptions } from './options.ts'
import type { Read } from './read.ts'
import { sorted } from './sorted.ts'

/** Prints what was read as tables, one for each kind; then throws what could not be read. */
export const printTables = async ({ blocks, errors }: Read, { flags }: GetOptions, context: Context): Promise<void> => {
  const options = tableOptions(flags, { severalKinds: new Set(blocks.map(({ resource }) => resource)).size > 1 })
  const now = await context.client.now()
  const texts: string[] = []
  for (const block of await inOrder(blocks, flags)) {
    if (block.objects.length > 0) texts.push(tableText(block, { options, now, noHeaders: flags.noHeaders }))
  }
  context.io.out.write(texts.join(flags.noHeaders ? '' : '\n'), 'table')
  if (texts.length === 0 && errors.length === 0 && !flags.ignoreNotFound) {
    context.io.err.write(
      nothingFound(
        blocks.map(({ resource }) => resource),
        flags,
        context,
      ),
    )
  }
  throwAll(errors)
}

/** How tables look, by the flags. */
export const tableOptions = (flags: GetFlags, { severalKinds }: { readonly severalKinds: boolean }): TableOptions => ({
  wide: flags.output === 'wide',
  withNamespace: flags.allNamespaces ?? false,
  withKind: flags.showKind || severalKinds,
  labelColumns: flags.labelColumns,
  showLabels: flags.showLabels,
  plain: !flags.serverPrint,
})

interface Layout {
  readonly options: TableOptions
  readonly now: number
  readonly noHeaders: boolean
}

const tableText = ({ resource, objects }: Block, { options, now, noHeaders }: Layout): string => {
  const table = objectTable(resource, options)
  const rows = objects.map(object => table.row(object, now))
  return formatTable(noHeaders ? rows : [table.header, ...rows])
}

// kubectl loses the sorter's errors where it prints tables: there is nothing to print then.
const inOrder = async (blocks: readonly Block[], { sortBy }: GetFlags): Promise<readonly Block[]> => {
  if (!sortBy) return blocks
  try {
    return await Promise.all(blocks.map(async block => ({ ...block, objects: await sorted(block.objects, sortBy) })))
  } catch (error) {
    if (error instanceof PrinterError && error.constructor === PrinterError) return []
    throw error
  }
}

const nothingFound = (resources: readonly Resource[], { allNamespaces }: GetFlags, { namespace }: Context): string =>
  allNamespaces || resources.some(({ namespaced }) => !namespaced)
    ? 'No resources found\n'
    : `No resources found in ${namespace} namespace.\n`
