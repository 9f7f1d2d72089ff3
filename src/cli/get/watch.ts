import type { WatchEvent } from '../../api/client.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { type Printer, PrinterError } from '../../printers/printer.ts'
import { createTableWriter } from '../../printers/table.ts'
import { parseGoDuration } from '../../util/go-duration.ts'
import { toGoJson } from '../../util/go-json.ts'
import { Failure } from '../errors.ts'
import { objectTable } from '../output/object-table.ts'
import { foundIn, listObjects, liveObject } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import type { GetFlags } from './flags.ts'
import type { GetOptions } from './options.ts'
import { tableOptions } from './print-tables.ts'
import { sorted } from './sorted.ts'

/** Shows what there is, unless --watch-only, then every change, for ever or until --request-timeout. */
export const watchObjects = async (
  options: GetOptions,
  print: Printer | undefined,
  context: Context,
): Promise<void> => {
  const { flags } = options
  const subject = await subjectOf(options, context)
  if (flags.sortBy) context.io.err.write(sortingNote(flags))
  const list = await listObjects(subject.resource, subject, context)
  const show = print ? eventPrinter(print, flags, context) : rowPrinter(subject.resource, flags, context)
  if (!flags.watchOnly) {
    const objects = print ? list.items : await sortedTable(list.items, flags, context)
    await show(objects.map((object): WatchEvent => ({ type: 'ADDED', object })))
  }
  const { resource, ...selectors } = subject
  const changes = context.client.watch(resource, {
    ...selectors,
    resourceVersion: list.resourceVersion,
    timeout: timeoutOf(context.globals.requestTimeout),
  })
  for await (const event of changes) await show([event])
}

const sortingNote = ({ watch }: GetFlags): string =>
  watch
    ? 'warning: --watch requested, --sort-by will be ignored for watch events received\n'
    : 'warning: --watch-only requested, --sort-by will be ignored\n'

const sortedTable = async (
  objects: readonly KubeObject[],
  { sortBy }: GetFlags,
  context: Context,
): Promise<readonly KubeObject[]> => {
  if (objects.length < 2) return objects
  try {
    return await sorted(objects, { sortBy, what: '[][][]reflect.Value' }, context)
  } catch (error) {
    if (error instanceof PrinterError) throw new Failure(`unable to output the provided object: ${error.message}`)
    throw error
  }
}

interface Subject {
  readonly resource: Resource
  readonly namespace: string | undefined
  readonly labelSelector: string | undefined
  readonly fieldSelector: string | undefined
}

/** The one kind to watch, or the one object, which must be there. */
const subjectOf = async ({ selection }: GetOptions, context: Context): Promise<Subject> => {
  if (selection?.from === 'lists') {
    const [resource, ...others] = selection.resources
    if (!resource || others.length > 0) throw new Failure('you may only specify a single resource type')
    const { namespace, labelSelector, fieldSelector } = selection
    return { resource, namespace: resource.namespaced ? namespace : undefined, labelSelector, fieldSelector }
  }
  const found = []
  if (selection) for await (const next of foundIn(selection, context)) found.push(next())
  const [first, ...others] = found
  if (!first || others.length > 0) throw new Failure('you may only specify a single resource type')
  await liveObject(first, context)
  const { resource, namespace, name } = first
  return { resource, namespace, labelSelector: undefined, fieldSelector: `metadata.name=${name}` }
}

type Show = (events: readonly WatchEvent[]) => Promise<void>

const eventPrinter =
  (print: Printer, { output, outputWatchEvents }: GetFlags, { io: { out } }: Context): Show =>
  async events => {
    for (const event of events) {
      // Of JSON, an event is one line.
      if (outputWatchEvents && output.toLowerCase() === 'json') out.write(eventLine(event))
      else print(outputWatchEvents ? event : event.object, out.write)
    }
  }

const eventLine = ({ type, object }: WatchEvent): string => `{"type":"${type}","object":${toGoJson(object)}}\n`

/** Rows under one header; columns keep the widths that they once had. */
const rowPrinter = (resource: Resource, flags: GetFlags, { io, client }: Context): Show => {
  const table = objectTable(resource, tableOptions(flags, { severalKinds: false }))
  const layOut = createTableWriter()
  let headed = flags.noHeaders
  const withEvent = (event: string, cells: readonly string[]): readonly string[] =>
    flags.outputWatchEvents ? [event, ...cells] : cells
  return async events => {
    if (events.length === 0) return
    const now = await client.now()
    // The name of what happened is as wide as the longest there is.
    const rowOf = ({ type, object }: WatchEvent) => withEvent(type.padEnd(8), table.row(object as KubeObject, now))
    const rows = events.map(rowOf)
    io.out.write(layOut(headed ? rows : [withEvent('EVENT', table.header), ...rows]), 'table')
    headed = true
  }
}

const timeoutOf = (text: string): number | undefined => {
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : parseGoDuration(text)
  return milliseconds > 0 ? milliseconds : undefined
}
