import type { ObjectList, WatchEvent } from '../../api/client.ts'
import { formatApiVersion, type KubeObject } from '../../api/meta.ts'
import { shownObject, type View } from '../negotiation/shape.ts'
import { jsonText } from '../negotiation/write.ts'
import { checkOptions, flagOf, integerOf } from '../options/fields.ts'
import { selectionIn, sendInitialEvents, watchFaults } from '../options/list-options.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'
import { currentList, listKey } from './list.ts'
import { revisionIn } from './revisions.ts'

/** The lines of a watch, as they come. What is wrong with the request is thrown before the first one. */
export const watchLines = async (call: Call, place: Place, view: View): Promise<AsyncIterable<string>> => {
  const { query } = call
  checkOptions('ListOptions', watchFaults(query))
  const seconds = integerOf(query, 'timeoutSeconds')
  const revision = revisionIn(query, 'watch')
  const selection = selectionIn(query, place.namespace)
  const byName = place.name ? { ...selection, fieldSelector: `metadata.name=${place.name}` } : selection
  const list = await currentList(call, place, byName)
  const from = fromWhere(call, { list, revision, key: listKey(place.resource, byName) })
  const timeout = seconds === undefined ? undefined : seconds * 1000
  const options = { ...byName, from: from ?? list.items, timeout, signal: call.signal }
  const written = lineWriter(view)
  return (async function* () {
    if (timeout !== undefined && timeout < 0) return
    if (!from) yield* initialLines(call, { list, view, written })
    for await (const { type, object } of call.client.watch(place.resource, options)) yield written(type, object)
  })()
}

interface Start {
  readonly list: ObjectList
  readonly revision: number
  readonly key: string
}

/** What the client knows already; undefined if it wants to be told of all that there is. */
const fromWhere = ({ query, lists }: Call, { list, revision, key }: Start): readonly KubeObject[] | undefined => {
  const initial = sendInitialEvents(query)
  if (initial ?? revision === 0) return undefined
  if (revision === 0) return list.items
  const known = lists.find(key, String(revision))?.items
  return known ?? list.items.filter(({ metadata }) => Number(metadata.resourceVersion) <= revision)
}

type WriteLine = (type: WatchEvent['type'], object: KubeObject) => string

function* initialLines(
  { query }: Call,
  { list, view, written }: { readonly list: ObjectList; readonly view: View; readonly written: WriteLine },
): Generator<string> {
  for (const object of list.items) yield written('ADDED', object)
  if (!flagOf(query, 'allowWatchBookmarks')) return
  const { group, version, kind } = view.resource
  const annotations = { 'k8s.io/initial-events-end': 'true' }
  const metadata = { resourceVersion: list.resourceVersion, annotations }
  yield jsonText({ type: 'BOOKMARK', object: { kind, apiVersion: formatApiVersion(group, version), metadata } })
}

// The columns of Tables are told once.
const lineWriter = (view: View): WriteLine => {
  let isFirst = true
  return (type, object) => {
    const shown = shownObject(object, view) as { readonly columnDefinitions?: unknown }
    const { columnDefinitions, ...rest } = shown
    const sent = columnDefinitions && !isFirst ? { ...rest, columnDefinitions: null } : shown
    isFirst = false
    return jsonText({ type, object: sent })
  }
}
