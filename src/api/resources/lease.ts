import { toRfc3339 } from '../../util/clock.ts'
import { ageColumn, column, nameColumn } from '../columns.ts'
import type { Lease } from '../generated/types.ts'
import { defineResource } from '../resource.ts'

// How often a kubelet renews its node's lease, in milliseconds.
const renewal = 10_000

export const lease = defineResource<Lease>({
  group: 'coordination.k8s.io',
  version: 'v1',
  kind: 'Lease',
  plural: 'leases',
  createsOnUpdate: true,
  namespaced: true,
  columns: [nameColumn, column('Holder', ({ spec }) => spec?.holderIdentity ?? ''), ageColumn],

  /** A node's lease looks renewed: its kubelet never stops. */
  asOf(object, now) {
    const { acquireTime } = object.spec
    if (object.metadata.namespace !== 'kube-node-lease' || !acquireTime) return object
    const since = Date.parse(acquireTime)
    const renewed = since + Math.floor(Math.max(0, now - since) / renewal) * renewal
    return { ...object, spec: { ...object.spec, renewTime: toRfc3339(renewed).replace('Z', '.000000Z') } }
  },
})
