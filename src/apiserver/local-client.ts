import type { Client, ListOptions, Target, WatchOptions } from '../api/client.ts'
import { objectKey } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import type { Resource } from '../api/resource.ts'
import { notFound } from '../api/status-error.ts'
import type { Backend, Snapshot } from './backend.ts'
import type { Warn } from './body.ts'
import { selectorOf } from './selection.ts'
import { subjectOf } from './server.ts'
import { watch } from './watch.ts'

export interface LocalClientOptions {
  readonly backend: Backend
  readonly warn: Warn
}

/** The Client of a cluster in this process. What only writes need is loaded with the first write. */
export const createLocalClient = ({ backend, warn }: LocalClientOptions): Client => {
  const said = (resource: Resource): void => {
    if (resource.deprecation) warn(resource.deprecation)
  }
  const list = async (resource: Resource, options: ListOptions = {}) => {
    said(resource)
    const select = await selectorOf(resource, options)
    return backend.read(snapshot => ({
      items: select(snapshot),
      resourceVersion: String(snapshot.revision),
    }))
  }
  const writes = () => import('./writes.ts')

  return {
    async get(target) {
      said(target.resource)
      const object = await backend.read(snapshot => readObject(snapshot, target))
      return target.subresource ? (await writes()).readPart(target.subresource, object, target) : object
    },
    list,
    watch: (resource: Resource, options: WatchOptions = {}) => watch({ backend, list, resource, options }),
    async create(target, object, options = {}) {
      said(target.resource)
      const { createFor } = await writes()
      return backend.write(server => createFor(server, { target, body: object, options, warn }))
    },
    async update(target, object, options = {}) {
      said(target.resource)
      const { updateFor } = await writes()
      return backend.write(server => updateFor(server, { target, body: object, options, warn }))
    },
    async patch(target, patch, options = {}) {
      said(target.resource)
      const { patchFor } = await writes()
      return backend.write(server => patchFor(server, { target, patch, options, warn }))
    },
    async delete(target, options = {}) {
      said(target.resource)
      const { deleteFor } = await writes()
      return backend.write(server => deleteFor(server, { target, options }))
    },
    now: () => backend.read(({ now }) => now),
    async sleep(milliseconds) {
      const until = (await backend.read(({ now }) => now)) + milliseconds
      for (;;) {
        const left = until - (await backend.read(({ now }) => now))
        if (left <= 0) return
        await backend.pass(left)
      }
    },
  }
}

/** One object of a snapshot, or a NotFound error. */
export const readObject = ({ store }: Snapshot, { resource, namespace, name }: Target): KubeObject => {
  const found = store.get(objectKey(resource, namespace, name))
  if (!found) throw notFound(subjectOf(resource), name)
  return found
}
