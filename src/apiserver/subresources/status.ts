import { objectOf } from '../body.ts'
import { updateStatus } from '../update.ts'
import type { Subresource } from './subresource.ts'

export const status: Subresource = {
  name: 'status',
  isOf: ({ hasStatus }) => hasStatus,
  read: object => object,
  update(server, _, { target: { resource, namespace, name }, body, options, warn }) {
    const decoded = objectOf(resource, body, options, warn)
    const object = { ...decoded, metadata: { ...decoded.metadata, name, namespace } }
    return updateStatus(server, { resource, object, options, warn })
  },
}
