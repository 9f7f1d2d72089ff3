import type { Client } from '../api/client.ts'
import { definitionOf, objectKey } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { User } from '../api/rbac.ts'
import type { ResourceType } from '../api/resource-type.ts'
import { notFound } from '../api/status-error.ts'
import { createAuthorize } from './authorize.ts'
import type { Backend, Snapshot } from './backend.ts'
import type { Warn } from './body.ts'
import type { KnownTarget } from './requests.ts'
import { asOf, isExpired, selectorOf } from './selection.ts'
import { subjectOf } from './server.ts'
import { watch } from './watch.ts'

export interface LocalClientOptions {
  readonly backend: Backend
  readonly warn: Warn
  /** Who asks; unset is the administrator, who may do everything. */
  readonly user?: User | undefined
}

/** The Client of a cluster in this process. What only writes need is loaded with the first write. */
export const createLocalClient = ({ backend, warn, user }: LocalClientOptions): Client => {
  const authorize = createAuthorize(backend, user)
  const known = <T extends { readonly resource: ResourceType }>(target: T): KnownTarget<T> => {
    const resource = definitionOf(target.resource)
    if (resource.deprecation) warn(resource.deprecation)
    return { ...target, resource }
  }
  const list: Client['list'] = async (type, options = {}) => {
    const target = known({ resource: type, namespace: options.namespace })
    await authorize('list', target)
    const select = await selectorOf(target.resource, options)
    return backend.read(snapshot => ({ items: select(snapshot), resourceVersion: String(snapshot.revision) }))
  }
  const writes = () => import('./writes.ts')

  return {
    async get(asked) {
      const target = known(asked)
      await authorize('get', target)
      if (target.subresource) (await writes()).subresourceOf(target.subresource, target.resource)
      const object = await backend.read(snapshot => readObject(snapshot, target))
      return target.subresource ? (await writes()).readPart(target.subresource, object, target) : object
    },
    list,
    watch: (type, options = {}) => watch({ backend, list, type, options }),
    async create(asked, body, options = {}) {
      const target = known(asked)
      await authorize('create', target)
      if (target.resource.answer && !target.subresource) {
        const { answerFor } = await import('./answer.ts')
        return backend.read(snapshot => answerFor(snapshot, { target, body, options, warn, user }))
      }
      const { createFor } = await writes()
      return backend.write(server => createFor(server, { target, body, options, warn }))
    },
    async update(asked, body, options = {}) {
      const target = known(asked)
      await authorize('update', target)
      const { updateFor } = await writes()
      return backend.write(server => updateFor(server, { target, body, options, warn }))
    },
    async patch(asked, patch, options = {}) {
      const target = known(asked)
      await authorize('patch', target)
      const { patchFor } = await writes()
      return backend.write(server => patchFor(server, { target, patch, options, warn }))
    },
    async delete(asked, options = {}) {
      const target = known(asked)
      await authorize('delete', target)
      const { deleteFor } = await writes()
      return backend.write(server => deleteFor(server, { target, options, warn }))
    },
    now: () => backend.read(({ now }) => now),
    sleep: milliseconds => sleep(backend, milliseconds),
  }
}

/** One object of a snapshot, or a NotFound error. */
const readObject = ({ store, now }: Snapshot, { resource, namespace, name }: KnownTarget): KubeObject => {
  const { guise } = resource
  const found = store.get(objectKey(guise?.of ?? resource, namespace, name))
  if (!found || isExpired(guise?.of ?? resource, found, now)) throw notFound(subjectOf(resource), name)
  return asOf(resource, guise?.fromStored(found) ?? found, now)
}

const sleep = async (backend: Backend, milliseconds: number): Promise<void> => {
  const now = () => backend.read(snapshot => snapshot.now)
  const until = (await now()) + milliseconds
  for (let left = milliseconds; left > 0; left = until - (await now())) await backend.pass(left)
}
