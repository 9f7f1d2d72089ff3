import { ageColumn, column, nameColumn } from '../columns.ts'
import type { EndpointSubset, Endpoints } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { ipWarnings } from '../validation/spelling-warnings.ts'
import { firstThree } from './endpoint-slice/first-three.ts'
import { hostPort } from './endpoint-slice/host-port.ts'
import { describe } from './endpoints/describe.ts'
import { validate } from './endpoints/validation.ts'

export const endpoints = defineResource<Endpoints>({
  group: '',
  version: 'v1',
  kind: 'Endpoints',
  plural: 'endpoints',
  createsOnUpdate: true,
  shortNames: ['ep'],
  namespaced: true,
  deprecation: 'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',

  withDefaults: object => (object.subsets ? { ...object, subsets: object.subsets.map(withProtocols) } : object),
  validate,
  warnings: ({ subsets = [] }) =>
    subsets.flatMap((subset, index) =>
      (['addresses', 'notReadyAddresses'] as const).flatMap(list =>
        (subset[list] ?? []).flatMap(({ ip }, place) => ipWarnings(ip, `subsets[${index}].${list}[${place}].ip`)),
      ),
    ),

  columns: [
    nameColumn,
    column('Endpoints', ({ subsets = [] }) => (subsets.length > 0 ? firstThree(subsets.flatMap(ready)) : '<none>')),
    ageColumn,
  ],
  describe,
})

const withProtocols = (subset: EndpointSubset): EndpointSubset =>
  subset.ports
    ? { ...subset, ports: subset.ports.map(port => ({ ...port, protocol: port.protocol ?? 'TCP' })) }
    : subset

const ready = ({ addresses = [], ports = [] }: EndpointSubset): readonly string[] =>
  ports.length === 0
    ? addresses.map(({ ip }) => ip)
    : ports.flatMap(({ port }) => addresses.map(({ ip }) => hostPort(ip, port)))
