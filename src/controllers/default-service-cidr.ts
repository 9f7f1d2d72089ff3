import type { Namespace, ServiceCIDR } from '../api/generated/types.ts'
import { isDefined } from '../util/range.ts'
import { create, defineController } from './controller.ts'

const name = 'kubernetes'

/** Keeps the range that the cluster was created with as an object: others can be added beside it. */
export const defaultServiceCidr = defineController<Namespace>({
  name: 'default-service-cidr',
  reconciles: 'Namespace',
  watches: {
    ServiceCIDR: ({ metadata }, cluster, old) =>
      metadata.name === name && !old ? [cluster.get('Namespace', undefined, 'default')].filter(isDefined) : [],
  },

  reconcile({ metadata }, cluster) {
    if (metadata.name !== 'default' || cluster.get('ServiceCIDR', undefined, name)) return []
    const { serviceRange, secondaryServiceRange } = cluster.settings
    const range: ServiceCIDR = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'ServiceCIDR',
      metadata: { name },
      spec: { cidrs: [serviceRange, secondaryServiceRange].filter(isDefined) },
    }
    return [create(range)]
  },
})
