import type { Command } from 'commander'
import { integer, list } from '../flags.ts'
import { declarePrinting, type PrintFlags, tableFormats } from '../output/printing.ts'
import { declareAllNamespaces, declareFiles, type SelectionFlags } from '../selection/selection.ts'
import { declareFieldSelector, declareSelector } from '../selection/selectors.ts'

export interface GetFlags extends SelectionFlags, PrintFlags {
  readonly chunkSize: number
  readonly ignoreNotFound: boolean
  readonly labelColumns: readonly string[]
  readonly noHeaders: boolean
  readonly outputWatchEvents: boolean
  readonly raw: string
  readonly serverPrint: boolean
  readonly showKind: boolean
  readonly showLabels: boolean
  readonly sortBy: string
  readonly subresource: string
  readonly watch: boolean
  readonly watchOnly: boolean
}

export const declareGet = (command: Command): void => {
  declareFiles(command, 'what to get')
  declareAllNamespaces(command)
  declareSelector(command)
  declareFieldSelector(command)
  declarePrinting(command, { allowed: tableFormats })
  command
    .option('--chunk-size <count>', 'Accepted; lists are given in one piece.', integer, 500)
    .option('--ignore-not-found', 'Leave out, without an error, objects that are not there.', false)
    .option('-L, --label-columns <keys>', 'Labels to show in columns of their own.', list, [])
    .option('--no-headers', 'No line of column names.', false)
    .option('--output-watch-events', 'Show what happened to each object. Only with --watch or --watch-only.', false)
    .option('--raw <path>', 'Ask for this path of the API and print the answer as it comes.', '')
    .option('--server-print', 'Have the columns of the kind; without it, those that all kinds have.', true)
    .option('--show-kind', 'Put the kind before the names of objects.', false)
    .option('--show-labels', 'Show all labels as the last column.', false)
    .option('--sort-by <path>', 'Order by a field, named by a JSONPath (.metadata.name).', '')
    .option('--subresource <name>', 'Get this part of the object: status, scale …', '')
    .option('-w, --watch', 'Show what is there, then every change, until interrupted.', false)
    .option('--watch-only', 'Show every change from now on, until interrupted.', false)
}
