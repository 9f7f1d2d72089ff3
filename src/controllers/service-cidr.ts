import type { IPAddress, ServiceCIDR } from '../api/generated/types.ts'
import { withCondition } from '../api/pod-status.ts'
import { toRfc3339 } from '../util/clock.ts'
import { contains } from '../util/ip.ts'
import { sameJson } from '../util/same-json.ts'
import { type Action, type Cluster, defineController, setStatus, update } from './controller.ts'

const finalizer = 'networking.k8s.io/service-cidr-finalizer'

/** Says of each range that it can be used, and keeps it as long as addresses of it are. */
export const serviceCidrController = defineController<ServiceCIDR>({
  name: 'service-cidr',
  reconciles: 'ServiceCIDR',
  watches: {
    IPAddress: (object, cluster, old) =>
      old || cluster.get('IPAddress', undefined, object.metadata.name)
        ? []
        : cluster.list<ServiceCIDR>('ServiceCIDR').filter(({ metadata }) => metadata.deletionTimestamp),
  },

  reconcile(range, cluster) {
    const { finalizers = [], deletionTimestamp } = range.metadata
    if (!deletionTimestamp) {
      return [
        ...(finalizers.includes(finalizer) ? [] : [withFinalizers(range, [...finalizers, finalizer])]),
        ...condition(range, cluster, { status: 'True', reason: '', message: 'Kubernetes Service CIDR is ready' }),
      ]
    }
    if (!finalizers.includes(finalizer)) return []
    if (isNeeded(range, cluster)) return condition(range, cluster, inUse)
    return [
      withFinalizers(
        range,
        finalizers.filter(other => other !== finalizer),
      ),
    ]
  },
})

const inUse = {
  status: 'False' as const,
  reason: 'Terminating',
  message: 'There are still IPAddresses referencing the ServiceCIDR, please remove them or create a new ServiceCIDR',
}

const withFinalizers = (range: ServiceCIDR, finalizers: readonly string[]): Action =>
  update({ ...range, metadata: { ...range.metadata, finalizers } })

const condition = (
  range: ServiceCIDR,
  { now }: Cluster,
  ready: { status: 'True' | 'False'; reason: string; message: string },
): readonly Action[] => {
  const { conditions = [] } = range.status ?? {}
  const next = withCondition(conditions, { type: 'Ready', lastTransitionTime: toRfc3339(now), ...ready })
  return sameJson(next, conditions) ? [] : [setStatus(range, { ...range.status, conditions: next })]
}

/** Whether addresses of the range are in use that no other range has. */
const isNeeded = ({ metadata, spec }: ServiceCIDR, cluster: Cluster): boolean => {
  const others = cluster
    .list<ServiceCIDR>('ServiceCIDR')
    .filter(other => other.metadata.name !== metadata.name && !other.metadata.deletionTimestamp)
    .flatMap(other => other.spec.cidrs ?? [])
  return cluster
    .list<IPAddress>('IPAddress')
    .map(address => address.metadata.name)
    .some(
      address =>
        (spec.cidrs ?? []).some(cidr => contains(cidr, address)) && !others.some(cidr => contains(cidr, address)),
    )
}
