import type { WriteOptions } from '../../api/client.ts'
import type { Namespace } from '../../api/generated/types.ts'
import type { KubeObject } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { objectOf } from '../body.ts'
import { finishDeletion } from '../finish-deletion.ts'
import { tracked } from '../managed-fields.ts'
import { keyOf, type Server, store } from '../server.ts'
import { read } from '../update.ts'
import type { Subresource } from './subresource.ts'

/** Where a namespace's own finalizers are taken off: without them, and marked for deletion, it goes. */
export const finalize: Subresource = {
  name: 'finalize',
  isOf: ({ kind }) => kind === 'Namespace',
  update(server, _, { target: { resource, name }, body, options, warn }) {
    const { spec } = objectOf(resource, body, options, warn) as Namespace
    return setFinalizers(server, { resource, name, finalizers: spec?.finalizers ?? [], options })
  },
}

/** Replaces a namespace's own finalizers. Gives it as it is then, or was last. */
export const setFinalizers = (
  server: Server,
  {
    resource,
    name,
    finalizers,
    options = {},
  }: { resource: Resource; name: string; finalizers: readonly string[]; options?: WriteOptions },
): KubeObject => {
  const key = keyOf(resource, { apiVersion: 'v1', kind: resource.kind, metadata: { name } })
  const old = read(server, resource, key, name) as Namespace
  const object: Namespace = { ...old, spec: { ...old.spec, finalizers } }
  const changed = tracked(server, { resource, object, old, options, subresource: 'finalize' })
  return finishDeletion(server, resource, changed) ?? store(server, resource, changed)
}
