import type { ResourceQuota } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { compareQuantities, parseQuantity, printQuantity, subtractQuantities } from '../../api/quantity.ts'
import { isCounted, totalOf, usageOf } from '../../api/quota.ts'
import { forbidden } from '../../api/status-error.ts'
import type { Usage } from '../../api/usage.ts'
import { compareBytes } from '../../util/compare.ts'
import { type Server, store, subjectOf } from '../server.ts'
import type { Admission, AdmissionRequest } from './admission.ts'

type Amounts = Readonly<Record<string, string | number>>

/** Nothing is stored beyond what the quotas of its namespace grant; what is let in is written down at once. */
export const resourceQuotas: Admission = {
  name: 'resource quotas',
  check(server, request) {
    const { resource, object, old, dryRun } = request
    if (!resource.namespaced || (old && !resource.quota)) return
    const all = server.view.list<ResourceQuota>('ResourceQuota', object.metadata.namespace)
    const quotas = all.filter(quota => isCounted(quota, resource, object))
    for (const quota of quotas) checkSaid(quota, request)
    const grown = quotas.flatMap(quota => {
      const used = usedWith(quota, request)
      return used ? [{ quota, used }] : []
    })
    if (!dryRun) for (const { quota, used } of grown) writeDown(server, quota, used)
  },
}

/** A quota of an amount wants every pod to say how much of it it takes. */
const checkSaid = (quota: ResourceQuota, request: AdmissionRequest): void => {
  if (request.old) return
  const unsaid = request.resource.quota?.unsaid?.(request.object, Object.keys(quota.status?.hard ?? {})) ?? []
  if (unsaid.length > 0)
    throw refusal(request, `failed quota: ${quota.metadata.name}: must specify ${unsaid.join('; ')}`)
}

/** What is used of a quota with the new object; undefined if the object does not add to it. */
const usedWith = (quota: ResourceQuota, request: AdmissionRequest): Amounts | undefined => {
  const { hard = {}, used = {} } = quota.status ?? {}
  const added = growth(quota, request)
  const names = Object.keys(added).toSorted(compareBytes)
  if (names.length === 0) return undefined
  const unknown = names.filter(name => used[name] === undefined)
  if (unknown.length > 0) {
    throw refusal(request, `status unknown for quota: ${quota.metadata.name}, resources: ${unknown.join(',')}`)
  }
  const after = totalOf([read(used), added], Object.keys(used))
  const exceeded = names.filter(name => {
    const [most, total] = [hard[name], after[name]]
    return most !== undefined && total && compareQuantities(total, parseQuantity(String(most))) > 0
  })
  if (exceeded.length === 0) return print(after)
  const text = (amounts: Amounts): string => exceeded.map(name => `${name}=${amounts[name] ?? 0}`).join(',')
  throw refusal(
    request,
    `exceeded quota: ${quota.metadata.name}, requested: ${text(print(added))}, used: ${text(used)}, limited: ${text(hard)}`,
  )
}

/** How much more an object uses than its old form did, of what a quota grants. */
const growth = (quota: ResourceQuota, { resource, object, old }: AdmissionRequest): Usage => {
  const granted = Object.keys(quota.status?.hard ?? {})
  const before = old && isCounted(quota, resource, old) ? usageOf(resource, old) : {}
  const now = usageOf(resource, object)
  return Object.fromEntries(
    granted.flatMap(name => {
      const [amount, less] = [now[name], before[name]]
      const more = amount && (less ? subtractQuantities(amount, less) : amount)
      return more && more.nano > 0n ? [[name, more]] : []
    }),
  )
}

const read = (amounts: Amounts): Usage =>
  Object.fromEntries(Object.entries(amounts).map(([name, text]) => [name, parseQuantity(String(text))]))

const print = (usage: Usage): Amounts =>
  Object.fromEntries(Object.entries(usage).map(([name, amount]) => [name, printQuantity(amount)]))

const writeDown = (server: Server, quota: ResourceQuota, used: Amounts): void => {
  const changed: ResourceQuota = { ...quota, status: { ...quota.status, used } }
  store(server, resourceOfKind('ResourceQuota'), changed)
}

const refusal = ({ resource, object }: AdmissionRequest, why: string) =>
  forbidden(subjectOf(resource), object.metadata.name, why)
