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
  for (const block of joined(await inOrder(blocks, flags, context))) {
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

const inOrder = async (
  blocks: readonly Block[],
  { sortBy, serverPrint }: GetFlags,
  context: Context,
): Promise<readonly Block[]> => {
  if (!sortBy) return blocks
  if (!serverPrint) return sortedSingly(blocks, sortBy, context)
  // The answers of several requests are sorted like objects, by fields that no table has.
  if (blocks.length > 1) await sorted(blocks.map(asTable), { sortBy }, context)
  return Promise.all(blocks.map(block => sortedRows(block, sortBy, context)))
}

const sortedSingly = async (blocks: readonly Block[], sortBy: string, context: Context): Promise<readonly Block[]> => {
  const kinds = new Map(blocks.flatMap(({ resource, objects }) => objects.map(object => [object, resource] as const)))
  const objects = kinds.size > 1 ? await sorted([...kinds.keys()], { sortBy }, context) : [...kinds.keys()]
  return objects.flatMap(object => {
    const resource = kinds.get(object)
    return resource ? [{ resource, objects: [object] }] : []
  })
}

/** One answer in order. kubectl loses the sorter's errors where it prints a table: there is nothing to print then. */
const sortedRows = async (block: Block, sortBy: string, context: Context): Promise<Block> => {
  if (block.objects.length < 2) return block
  try {
    return { ...block, objects: await sorted(block.objects, { sortBy, what: '[][][]reflect.Value' }, context) }
  } catch (error) {
    if (error instanceof PrinterError) return { ...block, objects: [] }
    throw error
  }
}

const asTable = ({ objects }: Block): unknown => ({
  apiVersion: 'meta.k8s.io/v1',
  kind: 'Table',
  metadata: { resourceVersion: '' },
  columnDefinitions: [],
  rows: objects,
})

/** What follows of the same kind goes on with the block before. */
const joined = (blocks: readonly Block[]): readonly Block[] => {
  const starts = blocks.flatMap(({ resource }, index) => (resource === blocks[index - 1]?.resource ? [] : [index]))
  return starts.flatMap((start, index) => {
    const [first, ...others] = blocks.slice(start, starts[index + 1])
    if (!first || others.length === 0) return first ? [first] : []
    return [{ ...first, objects: [...first.objects, ...others.flatMap(({ objects }) => objects)] }]
  })
}

const nothingFound = (resources: readonly Resource[], { allNamespaces }: GetFlags, { namespace }: Context): string =>
  allNamespaces || resources.some(({ namespaced }) => !namespaced)
    ? 'No resources found\n'
    : `No resources found in ${namespace} namespace.\n`
