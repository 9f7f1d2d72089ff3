import { ageColumn, column, nameColumn } from '../columns.ts'
import type { EndpointSlice } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { ipWarnings } from '../validation/spelling-warnings.ts'
import { describe } from './endpoint-slice/describe.ts'
import { firstThree } from './endpoint-slice/first-three.ts'
import { validate, validateUpdate } from './endpoint-slice/validation.ts'

export const endpointSlice = defineResource<EndpointSlice>({
  group: 'discovery.k8s.io',
  version: 'v1',
  kind: 'EndpointSlice',
  plural: 'endpointslices',
  namespaced: true,
  hasGeneration: true,

  withDefaults: slice => ({
    ...slice,
    ...(slice.endpoints && {
      endpoints: slice.endpoints.map(endpoint => ({ ...endpoint, conditions: endpoint.conditions ?? {} })),
    }),
    ...(slice.ports && {
      ports: slice.ports.map(port => ({ ...port, name: port.name ?? '', protocol: port.protocol ?? 'TCP' })),
    }),
  }),
  validate,
  validateUpdate,
  warnings: ({ addressType, endpoints }) => [
    ...(addressType === 'FQDN' ? ['spec.addressType: FQDN endpoints are deprecated'] : []),
    ...(endpoints ?? []).flatMap(({ addresses = [] }, index) =>
      addresses.flatMap((address, place) => ipWarnings(address, `endpoints[${index}].addresses[${place}]`)),
    ),
  ],

  columns: [
    nameColumn,
    column('AddressType', ({ addressType }) => addressType),
    column(
      'Ports',
      ({ ports }) => firstThree((ports ?? []).map(({ port, name }) => port ?? (name || '*'))) || '<unset>',
    ),
    column(
      'Endpoints',
      ({ endpoints }) => firstThree((endpoints ?? []).flatMap(({ addresses }) => addresses)) || '<unset>',
    ),
    ageColumn,
  ],
  describe,
})
