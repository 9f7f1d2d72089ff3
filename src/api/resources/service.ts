import type { Service } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { isDns1123Label } from '../validation/names.ts'
import { allocate } from './service/allocation.ts'
import { columns } from './service/columns.ts'
import { withDefaults } from './service/defaults.ts'
import { describe } from './service/describe.ts'
import { serviceExposure } from './service/exposure.ts'
import { serviceForwarding } from './service/forwarding.ts'
import { addressObjects } from './service/ip-addresses.ts'
import { isSelectorless } from './service/kinds.ts'
import { serviceQuota } from './service/quota.ts'
import { prepareForUpdate } from './service/transitions.ts'
import { validate } from './service/validation.ts'
import { validateStatus } from './service/validation-status.ts'
import { validateUpdate } from './service/validation-update.ts'
import { warnings } from './service/warnings.ts'

export const service = defineResource<Service>({
  group: '',
  version: 'v1',
  kind: 'Service',
  plural: 'services',
  returnsDeleted: true,
  createsOnUpdate: true,
  shortNames: ['svc'],
  categories: ['all'],
  namespaced: true,
  hasStatus: true,
  hasGeneration: false,
  workload: {
    selector: object => (isSelectorless(object) ? undefined : { matchLabels: object.spec.selector }),
    withSelector: (object, selector) => ({ ...object, spec: { ...object.spec, selector } }),
  },
  quota: serviceQuota,
  exposure: serviceExposure,
  forwarding: serviceForwarding,

  validateName: isDns1123Label,
  withDefaults,
  prepareForUpdate,
  allocate,
  companions: addressObjects,
  validate,
  validateUpdate,
  validateStatus,
  warnings,
  deletedWith: ({ metadata }, cluster) => {
    const endpoints = cluster.get('Endpoints', metadata.namespace, metadata.name)
    return endpoints ? [endpoints] : []
  },

  columns,
  describe,
  selectableFields: ({ spec }) => ({ 'spec.clusterIP': spec.clusterIP ?? '', 'spec.type': spec.type ?? '' }),
})
