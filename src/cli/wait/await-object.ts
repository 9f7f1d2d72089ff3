import type { KubeObject } from '../../api/meta.ts'
import { notFound } from '../../api/status-error.ts'
import { untilGone } from '../delete/until-gone.ts'
import { Failure } from '../errors.ts'
import type { Found } from '../selection/find-objects.ts'
import type { Context } from '../verb.ts'
import type { Condition } from './conditions.ts'

interface Awaited {
  readonly found: Found
  /** As it was last seen. */
  readonly object: KubeObject
  readonly condition: Condition
  /** Milliseconds of the cluster's time; undefined looks once. */
  readonly until: number | undefined
}

/** Lets time go by until an object meets a condition, gives its last state. Throws where it does not in time. */
export const awaitObject = async (awaited: Awaited, context: Context): Promise<KubeObject> => {
  const { condition, object, found, until } = awaited
  if (condition.kind === 'create') return object
  if (condition.kind === 'state') return awaitState(awaited, condition.isMet, context)
  const { client } = context
  if (await untilGone(found, { client, until: until ?? (await client.now()) })) return object
  throw unmet(found, until)
}

const awaitState = async (
  { found, until }: Awaited,
  isMet: (object: KubeObject) => boolean,
  { client }: Context,
): Promise<KubeObject> => {
  const { resource, namespace, name } = found
  // The time is that of the whole command: once it is over, kubectl looks at nothing any more.
  if (until !== undefined && (await client.now()) >= until) throw unmet(found, until)
  const selection = { namespace, fieldSelector: `metadata.name=${name}` }
  const { items, resourceVersion } = await client.list(resource, selection)
  const [current] = items
  if (!current) throw notFound({ group: resource.group, resource: resource.plural }, name)
  if (isMet(current)) return current
  if (until === undefined) throw unmet(found, until)
  const timeout = Math.max(0, until - (await client.now()))
  for await (const { type, object } of client.watch(resource, { ...selection, resourceVersion, timeout })) {
    if (type !== 'DELETED' && isMet(object)) return object
  }
  throw unmet(found, until)
}

const unmet = ({ resource, name }: Found, until: number | undefined): Failure => {
  const what = `${resource.plural}/${name}`
  return new Failure(
    until === undefined ? `condition not met for ${what}` : `timed out waiting for the condition on ${what}`,
  )
}
