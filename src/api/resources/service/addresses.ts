import { addressAt, canonicalIp, contains, indexIn, ipVersion, sizeOf } from '../../../util/ip.ts'
import { bandOf, pickFree } from '../../allocation.ts'
import { invalid } from '../../field-error.ts'
import type { Service, ServiceCIDR } from '../../generated/types.ts'
import type { WriteContext } from '../../resource.ts'
import { internalError, invalidObject, type StatusError } from '../../status-error.ts'
import { checkParent } from '../ip-address/validation.ts'
import { type Family, familyOf, isSettled } from './families.ts'
import { addressObject } from './ip-addresses.ts'
import { isExternalName, isHeadless } from './kinds.ts'

/** Gives a Service the cluster IPs that it has none of yet, one a family; those it names are checked. */
export const withAddresses = (service: Service, context: WriteContext, old?: Service): Service => {
  if (isExternalName(service) || isHeadless(service)) return service
  if (!old || isExternalName(old)) return allocateFrom(service, context, 0)
  if (isSettled(service, old) || isHeadless(old)) return service
  if (isUpgrade(service, old)) return allocateFrom(service, context, 1)
  return service
}

const isUpgrade = ({ spec }: Service, { spec: old }: Service): boolean =>
  old.ipFamilies?.length === 1 && spec.ipFamilies?.length === 2

const allocateFrom = (service: Service, context: WriteContext, first: number): Service => {
  const { ipFamilies = [], clusterIPs: given = [] } = service.spec
  const asked: Service = {
    ...service,
    spec: { ...service.spec, clusterIPs: ipFamilies.map((_, index) => given[index] ?? '') },
  }
  const clusterIPs = ipFamilies.map((family, index) => {
    if (index < first) return given[index] ?? ''
    return given[index] ? checkAddress(given[index], asked, context) : findAddress(family as Family, asked, context)
  })
  return { ...service, spec: { ...service.spec, clusterIP: clusterIPs[0], clusterIPs } }
}

const checkAddress = (address: string, service: Service, context: WriteContext): string => {
  const fail = (why: string): StatusError => refusal(service, `failed to allocate IP ${address}: ${why}`)
  const range = rangesOf(context, familyOf(address)).find(candidate => contains(candidate, address))
  if (!range) throw fail('the provided network does not match the current range')
  if (!isUsable(range, address)) {
    throw fail(`the provided IP (${address}) is not in the valid range. The range of valid IPs is ${range}`)
  }
  if (context.dryRun) return address
  const problem = parentProblem(service, address)
  if (problem) throw fail(problem)
  if (isTaken(address, context)) throw fail('provided IP is already allocated')
  return address
}

const findAddress = (family: Family, service: Service, context: WriteContext): string => {
  for (const range of rangesOf(context, family)) {
    // Upstream does not look for a free address either where nothing will be stored.
    if (context.dryRun) return addressAt(range, 0)
    const size = usableSize(range)
    const index = pickFree(
      bandOf(size, { share: 16, most: 256 }),
      candidate => !isTaken(addressAt(range, candidate + 1), context),
      context.random,
    )
    if (index === undefined) continue
    const address = addressAt(range, index + 1)
    const problem = parentProblem(service, address)
    if (problem) throw refusal(service, `failed to allocate IP: ${problem}`)
    return address
  }
  throw internalError(`failed to allocate a serviceIP for Service "${service.metadata.name}": range is full`)
}

const isTaken = (address: string, { cluster }: WriteContext): boolean =>
  cluster.get('IPAddress', undefined, canonicalIp(address)) !== undefined

/** The range the cluster was made with, then those that were added, by name. */
const rangesOf = ({ settings, cluster }: WriteContext, family: Family): readonly string[] => {
  const added = cluster
    .list<ServiceCIDR>('ServiceCIDR')
    .filter(isReady)
    .flatMap(({ spec }) => spec.cidrs ?? [])
  const all = [settings.serviceRange, settings.secondaryServiceRange ?? '', ...added]
  return [...new Set(all)].filter(range => range && familyOf(range.split('/')[0] ?? '') === family)
}

const isReady = ({ metadata, status }: ServiceCIDR): boolean =>
  !metadata.deletionTimestamp &&
  !status?.conditions?.some(condition => condition.type === 'Ready' && condition.status === 'False')

/** A range of more addresses than this is used up to here: nobody has more Services. */
const plenty = 2n ** 32n

/** How many addresses can be given: never the first of a range and, of IPv4, never the last. */
const usableSize = (range: string): number => {
  const all = sizeOf(range)
  const unusable = ipVersion(range.split('/')[0] ?? '') === 4 ? 2n : 1n
  return Number(all > plenty ? plenty : all > unusable ? all - unusable : 0n)
}

const isUsable = (range: string, address: string): boolean => {
  const index = indexIn(range, address) ?? 0n
  return index >= 1n && index <= BigInt(usableSize(range))
}

/** The IPAddress object that a Service without a proper name would need is refused; the Service fails of that. */
const parentProblem = (service: Service, address: string): string | undefined => {
  const object = addressObject(service, address)
  const errors = checkParent(object)
  if (errors.length === 0) return undefined
  return invalidObject({ group: 'networking.k8s.io', kind: 'IPAddress' }, object.metadata.name, errors).message
}

const refusal = ({ metadata, spec }: Service, why: string): StatusError =>
  invalidObject({ group: '', kind: 'Service' }, metadata.name, [invalid('spec.clusterIPs', spec.clusterIPs, why)])
