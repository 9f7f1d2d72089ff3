import { ageColumn, column, nameColumn } from '../columns.ts'
import type { Lease } from '../generated/types.ts'
import { defineResource } from '../resource.ts'

export const lease = defineResource<Lease>({
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  namespaced: true,
  columns: [nameColumn, column('Holder', ({ spec }) => spec?.holderIdentity ?? ''), ageColumn],
})
