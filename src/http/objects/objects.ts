import type { NewTarget, Target } from '../../api/client.ts'
import type { Column } from '../../api/columns.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { RestResponse } from '../../api/rest.ts'
import { isReason } from '../../api/status-error.ts'
import { bodyOf } from '../body.ts'
import { type Negotiated, negotiate } from '../negotiation/negotiate.ts'
import { shownList, shownObject, type View } from '../negotiation/shape.ts'
import { objectReply } from '../negotiation/write.ts'
import { deleteOptions } from '../options/delete-options.ts'
import { writeOptions } from '../options/write-options.ts'
import { partsOf } from '../parts/part.ts'
import { type Headers, uncached } from '../reply.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'
import { deleteCollection } from './delete-collection.ts'
import { deletedReply } from './deleted.ts'
import { listPage } from './list.ts'
import { patchIn } from './patch.ts'
import { checkReached, revisionIn } from './revisions.ts'
import { type Verb, verbOf } from './verb-of.ts'
import { watchLines } from './watch.ts'

/** Answers a request to a collection, an object or one of its parts. */
export const answerObjects = async (call: Call, place: Place): Promise<RestResponse> => {
  const verb = verbOf(call, place)
  const form = negotiate({
    accept: call.headers.accept,
    streams: verb === 'list' || verb === 'watch',
    isWatch: verb === 'watch',
  })
  const { client, query } = call
  const includeObject = query.get('includeObject')
  const view = { resource: place.resource, columns: columnsOf(place), form, includeObject, now: await client.now() }
  return actions[verb]({ call, place, view, form })
}

const columnsOf = ({ resource, subresource }: Place): readonly Column[] =>
  partsOf(resource).find(({ name }) => name === subresource)?.columns ?? resource.columns

interface Request {
  readonly call: Call
  readonly place: Place
  readonly view: View
  readonly form: Negotiated
}

const actions: Readonly<Record<Verb, (request: Request) => Promise<RestResponse>>> = {
  async get({ call, place, view, form }) {
    const revision = revisionIn(call.query, 'object')
    const object = await call.client.get(targetOf(place))
    if (revision > Number(object.metadata.resourceVersion)) {
      checkReached(revision, (await call.client.list(place.resource, { namespace: place.namespace })).resourceVersion)
    }
    return objectReply({ value: shownObject(object, view) }, form, call)
  },
  async list({ call, place, view, form }) {
    const { items, metadata } = await listPage(call, place)
    return objectReply({ value: shownList({ items }, metadata, view) }, form, call)
  },
  async watch({ call, place, view }) {
    const headers: Headers = [...uncached, ['Content-Type', 'application/json']]
    return { status: 200, headers, body: await watchLines(call, place, view) }
  },
  async create(request) {
    const { call, place } = request
    const { value, duplicates } = await bodyOf(place.resource, call)
    const options = { ...writeOptions('CreateOptions', call), duplicates }
    const created = await call.client.create(newTargetOf(place), value, options)
    const isDone = partsOf(place.resource).some(({ name, answersDone }) => name === place.subresource && answersDone)
    if (isDone) return objectReply({ value: done, status: 201 }, request.form, call)
    return writtenReply(request, created, 201)
  },
  async update(request) {
    const { call, place } = request
    const { value, duplicates } = await bodyOf(place.resource, call)
    const options = { ...writeOptions('UpdateOptions', call), duplicates }
    const isNew = place.resource.createsOnUpdate === true && !place.subresource && !(await isThere(call, place))
    return writtenReply(request, await call.client.update(targetOf(place), value, options), isNew ? 201 : 200)
  },
  async patch(request) {
    const { call, place } = request
    const { patch, options } = await patchIn(call)
    const isNew = patch.type === 'apply' && !place.subresource && !(await isThere(call, place))
    return writtenReply(request, await call.client.patch(targetOf(place), patch, options), isNew ? 201 : 200)
  },
  async delete({ call, place, view, form }) {
    const object = await call.client.delete(targetOf(place), await deleteOptions(call))
    return objectReply({ value: deletedReply(object, view) }, form, call)
  },
  async deletecollection({ call, place, view, form }) {
    return objectReply({ value: await deleteCollection(call, place, view) }, form, call)
  },
}

const done = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 }

const writtenReply = ({ call, view, form }: Request, object: KubeObject, status: number): Promise<RestResponse> =>
  objectReply({ value: shownObject(object, view), status }, form, call)

const targetOf = ({ resource, namespace, name, subresource }: Place): Target => ({
  resource,
  namespace,
  name,
  subresource,
})

const newTargetOf = (place: Place): NewTarget =>
  place.subresource ? targetOf(place) : { resource: place.resource, namespace: place.namespace }

const isThere = async ({ client }: Call, place: Place): Promise<boolean> => {
  try {
    await client.get(targetOf(place))
    return true
  } catch (error) {
    if (isReason(error, 'NotFound')) return false
    throw error
  }
}
