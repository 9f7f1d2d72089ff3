import type { Event } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { formatApiVersion } from '../../api/meta.ts'
import { by } from '../../util/compare.ts'
import { eventTime, printEvents } from '../events/print-events.ts'
import { watchEvents } from '../events/watch-events.ts'
import { integer, list } from '../flags.ts'
import { declarePrinting, objectFormats, type PrintFlags, printerOf, usageOf } from '../output/printing.ts'
import { mappedResource } from '../selection/resource-types.ts'
import { declareAllNamespaces } from '../selection/selection.ts'
import { defineVerb, Failure } from '../verb.ts'

interface EventsFlags extends PrintFlags {
  readonly watch: boolean
  readonly allNamespaces: boolean
  readonly for: string
  readonly types: readonly string[]
  readonly noHeaders: boolean
}

export const events = defineVerb({
  usage: `[(-o|--output=)${usageOf(objectFormats)}] [--for TYPE/NAME] [--watch] [--types=Normal,Warning]`,
  description: 'Shows what happened in a namespace, oldest first: all of it, or what is about one object.',
  examples: `# What happened lately
kubectl events

# In all namespaces
kubectl events --all-namespaces

# About one object
kubectl events --for service/kubernetes

# Only what went wrong
kubectl events --types=Warning`,

  declare(command) {
    command.option('-w, --watch', 'Go on with what happens from now on.', false)
    declareAllNamespaces(command)
    command.option('--for <object>', 'Only what is about this object: TYPE/NAME.', '')
    command.option('--types <types>', 'Only events of these types: Normal, Warning.', list, [])
    command.option('--no-headers', 'Leave the heading out.', false)
    command.option('--chunk-size <count>', 'Accepted; lists are given in one piece.', integer, 500)
    declarePrinting(command)
  },

  complete(_, flags: EventsFlags, { namespace }) {
    const about = flags.for ? aboutOf(flags.for) : undefined
    const types = flags.types.map(type => type.toLowerCase())
    if (types.some(type => type !== 'normal' && type !== 'warning')) {
      throw new Failure('valid --types are Normal or Warning')
    }
    return { flags, about, types, namespace: flags.allNamespaces ? undefined : namespace }
  },

  async run({ flags, about, types, namespace }, context) {
    const print = await printerOf(flags, context)
    const resource = resourceOfKind('Event')
    const isWanted = (event: Event): boolean => types.length === 0 || types.includes((event.type ?? '').toLowerCase())
    const options = { namespace, fieldSelector: about }
    const look = { print, noHeaders: flags.noHeaders, withNamespace: flags.allNamespaces }
    if (flags.watch) return watchEvents({ resource, options, isWanted, look }, context)
    const { items } = await context.client.list(resource, options)
    const found = (items as readonly Event[]).filter(isWanted)
    if (found.length === 0) {
      context.io.err.write(
        namespace === undefined ? 'No events found.\n' : `No events found in ${namespace} namespace.\n`,
      )
      return
    }
    const sorted = found.toSorted(by(eventTime))
    if (!print) return context.io.out.write(printEvents(sorted, await context.client.now(), look), 'table')
    print({ kind: 'EventList', apiVersion: 'v1', metadata: {}, items: sorted }, context.io.out.write)
  },
})

/** The field selector of what is about an object. */
const aboutOf = (word: string): string => {
  const [type = '', name, ...more] = word.split('/')
  if (name === undefined) throw new Failure('--for must be in resource/name form')
  if (more.length > 0) throw new Failure('arguments in resource/name form may not have more than one slash')
  const { kind, group, version } = mappedResource(type.toLowerCase())
  const fields = { kind, apiVersion: formatApiVersion(group, version), name }
  return Object.entries(fields)
    .map(([field, value]) => `involvedObject.${field}=${value}`)
    .join(',')
}
