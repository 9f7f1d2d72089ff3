import type { DeleteOptions } from '../../api/client.ts'
import { objectKey } from '../../api/lookup.ts'
import { remove } from '../delete.ts'
import type { Subresource } from './subresource.ts'

/** Deletes a pod as a polite request does. */
export const eviction: Subresource = {
  name: 'eviction',
  create(server, _, { target: { resource, namespace, name }, body, options }) {
    const { deleteOptions } = body as { deleteOptions?: DeleteOptions }
    const key = objectKey(resource, namespace, name)
    return remove(server, { resource, key, name, options: { ...deleteOptions, dryRun: options.dryRun } })
  },
}
