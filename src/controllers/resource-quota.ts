import type { ResourceQuota } from '../api/generated/types.ts'
import { resourceOfKind, storedKinds } from '../api/lookup.ts'
import type { KubeObject } from '../api/meta.ts'
import { printQuantity } from '../api/quantity.ts'
import { isCounted, mayUse, totalOf, usageOf } from '../api/quota.ts'
import type { Resource } from '../api/resource.ts'
import { sameJson } from '../util/same-json.ts'
import { type Cluster, defineController, type Related, setStatus } from './controller.ts'

/** Tells how much of what a quota grants is used. Admission counts what comes; this counts what goes. */
export const resourceQuotaController = (): ReturnType<typeof defineController<ResourceQuota>> =>
  defineController<ResourceQuota>({
    name: 'resource-quota',
    reconciles: 'ResourceQuota',
    watches: Object.fromEntries(countedKinds().map(({ kind }) => [kind, quotasToRecount])),

    reconcile(quota, cluster) {
      const hard = quota.spec?.hard ?? {}
      return [setStatus(quota, { hard, used: usedOf(quota, Object.keys(hard), cluster) })]
    },
  })

// Nobody counts events, of which there are many.
const countedKinds = (): readonly Resource[] =>
  storedKinds().filter(({ namespaced, kind, answer }) => namespaced && !answer && kind !== 'Event')

const quotasToRecount: Related = (object, cluster, old) => {
  const quotas = cluster.list<ResourceQuota>('ResourceQuota', object.metadata.namespace)
  if (quotas.length === 0) return []
  const resource = resourceOfKind(object.kind)
  if (old) return sameUse(resource, object, old) ? [] : quotas
  return cluster.get(object.kind, object.metadata.namespace, object.metadata.name) ? [] : quotas
}

const sameUse = (resource: Resource, object: KubeObject, old: KubeObject): boolean =>
  sameJson(printed(resource, object), printed(resource, old))

const printed = (resource: Resource, object: KubeObject): object => {
  const usage = usageOf(resource, object)
  return Object.fromEntries(Object.entries(usage).map(([name, amount]) => [name, printQuantity(amount)]))
}

const usedOf = (quota: ResourceQuota, granted: readonly string[], cluster: Cluster): object => {
  const users = countedKinds().filter(resource => mayUse(resource, granted))
  const usages = users.flatMap(resource =>
    cluster
      .list(resource.kind, quota.metadata.namespace)
      .filter(object => isCounted(quota, resource, object))
      .map(object => usageOf(resource, object)),
  )
  const total = totalOf(usages, granted)
  return Object.fromEntries(Object.entries(total).map(([name, amount]) => [name, printQuantity(amount)]))
}
