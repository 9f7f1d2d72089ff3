import type { Namespace } from '../api/generated/types.ts'
import { create, defineController } from './controller.ts'
import { namespaceOfDeleted } from './namespace/namespace-of-deleted.ts'

const name = 'default'

/** Keeps the ServiceAccount that pods of a namespace run as unless they name another. */
export const serviceAccountController = defineController<Namespace>({
  name: 'serviceaccount',
  reconciles: 'Namespace',
  watches: { ServiceAccount: namespaceOfDeleted(name) },

  reconcile({ metadata }, cluster) {
    const namespace = metadata.name
    if (metadata.deletionTimestamp || cluster.get('ServiceAccount', namespace, name)) return []
    return [create({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } })]
  },
})
