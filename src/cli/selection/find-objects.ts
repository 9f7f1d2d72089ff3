import type { ObjectList } from '../../api/client.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { formatApiVersion, type KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { isReason, StatusError } from '../../api/status-error.ts'
import { goQuote } from '../../util/go-quote.ts'
import { throwAll } from '../errors.ts'
import type { Context } from '../verb.ts'
import type { Found } from './found.ts'
import { checkSegments } from './path-segments.ts'
import type { Selection } from './selection.ts'

export type { Found } from './found.ts'

/**
 * Does something with each object of a selection, one after the other. One's failure does not keep it from the others;
 * all failures are thrown in the end. Gives how many objects there were.
 */
export const forEachObject = async (
  selection: Selection,
  context: Context,
  action: (found: Found) => Promise<void> | void,
): Promise<number> => {
  const errors: unknown[] = []
  let count = 0
  for await (const next of foundIn(selection, context)) {
    try {
      const found = next()
      count += 1
      await action(found)
    } catch (error) {
      errors.push(error)
    }
  }
  throwAll(errors)
  return count
}

/** The objects of a selection; each is given by a call, which throws where one cannot be had. */
export async function* foundIn(selection: Selection, context: Context): AsyncGenerator<() => Found> {
  if (selection.from === 'files') {
    const { readManifests } = await import('../manifests/manifests.ts')
    yield* readManifests(selection, context)
  } else if (selection.from === 'names') {
    for (const { resource, name } of selection.objects) yield () => named(resource, name, context)
  } else {
    for (const resource of selection.resources) yield* listed(resource, selection, context)
  }
}

/** The object as the cluster has it now. */
export const liveObject = async (
  { resource, namespace, name }: Pick<Found, 'resource' | 'namespace' | 'name'>,
  { client }: Pick<Context, 'client'>,
): Promise<KubeObject> => {
  try {
    return await client.get({ resource, namespace, name })
  } catch (error) {
    // Of a name in a namespace that is not there, the namespace is what is missing.
    if (namespace && isReason(error, 'NotFound')) {
      await client.get({ resource: resourceOfKind('Namespace'), name: namespace })
    }
    throw error
  }
}

type ListSelection = Pick<Extract<Selection, { from: 'lists' }>, 'namespace' | 'labelSelector' | 'fieldSelector'>

/** The objects of a kind that a selection picks, a refused selector worded as kubectl does. */
export const listObjects = async (
  resource: Resource,
  { namespace, labelSelector, fieldSelector }: ListSelection,
  { client }: Pick<Context, 'client'>,
): Promise<ObjectList> => {
  checkSegments({ namespace }, { plain: true })
  try {
    return await client.list(resource, {
      namespace: resource.namespaced ? namespace : undefined,
      labelSelector,
      fieldSelector,
    })
  } catch (error) {
    if (!(error instanceof StatusError)) throw error
    throw error.reason === 'BadRequest' ? wordedAsFind(error, resource, { labelSelector, fieldSelector }) : error
  }
}

const wordedAsFind = (
  { reason, message, details, code }: StatusError,
  { group, version, plural }: Resource,
  { labelSelector = '', fieldSelector = '' }: Pick<ListSelection, 'labelSelector' | 'fieldSelector'>,
): StatusError => {
  const what = goQuote(`${group ? formatApiVersion(group, version) : `/${version}`}, Resource=${plural}`)
  const prefix =
    labelSelector || fieldSelector
      ? `Unable to find ${what} that match label selector ${goQuote(labelSelector)}, field selector ${goQuote(fieldSelector)}`
      : `Unable to list ${what}`
  return new StatusError(reason, `${prefix}: ${message}`, { details, code })
}

const named = (resource: Resource, name: string, context: Context): Found => {
  const namespace = resource.namespaced ? context.namespace : undefined
  if (name !== '') checkSegments({ namespace, name })
  return { resource, namespace, name, object: undefined, source: undefined }
}

async function* listed(resource: Resource, selection: ListSelection, context: Context): AsyncGenerator<() => Found> {
  try {
    const { items } = await listObjects(resource, selection, context)
    for (const object of items) yield () => fromObject(resource, object)
  } catch (error) {
    yield () => {
      throw error
    }
  }
}

/** An object that was read, as something found. */
export const fromObject = (resource: Resource, object: KubeObject, source?: string): Found => ({
  resource,
  namespace: resource.namespaced ? object.metadata.namespace : undefined,
  name: object.metadata.name ?? '',
  object,
  source,
})
