import { ipVersion, parseCidr } from '../../../util/ip.ts'
import { sameJson } from '../../../util/same-json.ts'
import { type FieldError, invalid } from '../../field-error.ts'
import type { Service, ServiceSpec } from '../../generated/types.ts'
import type { ClusterSettings } from '../../resource.ts'
import { invalidObject } from '../../status-error.ts'
import { checkAddresses } from './address-validation.ts'
import { isExternalName, isSelectorless } from './kinds.ts'

export type Family = 'IPv4' | 'IPv6'

export const familyOf = (address: string): Family => (ipVersion(address) === 6 ? 'IPv6' : 'IPv4')

/** The families of the cluster, the one that Services get by default first. */
export const familiesOf = ({ serviceRange, secondaryServiceRange }: ClusterSettings): readonly Family[] =>
  [serviceRange, secondaryServiceRange].flatMap(range => (range ? rangeFamily(range) : []))

const rangeFamily = (range: string): Family => (parseCidr(range)?.version === 6 ? 'IPv6' : 'IPv4')

/** Fills in ipFamilyPolicy and ipFamilies. Throws where what is asked for cannot be had in this cluster. */
export const withFamilies = (service: Service, settings: ClusterSettings, old?: Service): Service => {
  if (isExternalName(service) || (old && isSettled(service, old))) return service
  const policy = withPolicy(service, old)
  refuse(policy, checkAddresses(policy))
  const released = old ? release(policy, old) : policy
  const cluster = familiesOf(settings)
  const { families, errors } = inferFamilies(released, cluster)
  refuse(released, [...(old ? checkRelease(released, old) : []), ...checkSingle(released), ...errors])
  return { ...released, spec: { ...released.spec, ipFamilies: complete(released, families, cluster) } }
}

const refuse = (service: Service, errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw invalidObject({ group: '', kind: 'Service' }, service.metadata.name, errors)
}

/** A Service that prefers two families is not changed because the cluster did, only because its owner asks. */
export const isSettled = ({ spec }: Service, { spec: old }: Service): boolean =>
  spec.ipFamilyPolicy === 'PreferDualStack' &&
  (old.ipFamilyPolicy ?? 'PreferDualStack') === 'PreferDualStack' &&
  spec.type === old.type &&
  sameJson(spec.clusterIPs ?? [], old.clusterIPs ?? []) &&
  sameJson(spec.ipFamilies ?? [], old.ipFamilies ?? [])

const withPolicy = (service: Service, old: Service | undefined): Service => {
  const { spec } = service
  if (spec.ipFamilyPolicy) return service
  const usual = isFree(service) ? 'RequireDualStack' : 'SingleStack'
  return { ...service, spec: { ...spec, ipFamilyPolicy: old?.spec.ipFamilyPolicy ?? usual } }
}

/** Headless and without selector: its owner makes the endpoints, so it may have any families. */
const isFree = (service: Service): boolean => service.spec.clusterIP === 'None' && isSelectorless(service)

/** SingleStack on a Service that had two of everything gives up the second. */
const release = (service: Service, { spec: old }: Service): Service => {
  const { spec } = service
  if (spec.ipFamilyPolicy !== 'SingleStack') return service
  const { clusterIPs, ipFamilies } = spec
  return {
    ...service,
    spec: {
      ...spec,
      ...(clusterIPs &&
        clusterIPs.length > 1 &&
        sameJson(clusterIPs, old.clusterIPs) && { clusterIPs: clusterIPs.slice(0, 1) }),
      ...(ipFamilies &&
        ipFamilies.length > 1 &&
        sameJson(ipFamilies, old.ipFamilies) && { ipFamilies: ipFamilies.slice(0, 1) }),
    },
  }
}

const policyError = ({ ipFamilyPolicy }: ServiceSpec, why: string): FieldError =>
  invalid('spec.ipFamilyPolicy', ipFamilyPolicy, why)

const isReduced = (now: readonly string[] = [], before: readonly string[] = []): boolean =>
  now.length > 0 && now.length < before.length

const checkRelease = ({ spec }: Service, { spec: old }: Service): readonly FieldError[] => {
  if (spec.ipFamilyPolicy === 'SingleStack') return []
  return [
    ...(isReduced(spec.clusterIPs, old.clusterIPs)
      ? [policyError(spec, "must be 'SingleStack' to release the secondary cluster IP")]
      : []),
    ...(isReduced(spec.ipFamilies, old.ipFamilies)
      ? [policyError(spec, "must be 'SingleStack' to release the secondary IP family")]
      : []),
  ]
}

const checkSingle = ({ spec }: Service): readonly FieldError[] => {
  if (spec.ipFamilyPolicy !== 'SingleStack') return []
  const several = (what: string): FieldError =>
    policyError(spec, `must be 'RequireDualStack' or 'PreferDualStack' when multiple ${what} are specified`)
  return [
    ...(spec.clusterIPs?.length === 2 ? [several('cluster IPs')] : []),
    ...(spec.ipFamilies?.length === 2 ? [several('IP families')] : []),
  ]
}

interface Inferred {
  readonly families: readonly Family[]
  readonly errors: readonly FieldError[]
}

/** The families given, and those of the addresses beyond them. */
const inferFamilies = ({ spec }: Service, cluster: readonly Family[]): Inferred => {
  const given = (spec.ipFamilies ?? []) as readonly Family[]
  const addresses = spec.clusterIPs?.[0] === 'None' ? [] : (spec.clusterIPs ?? [])
  const more = addresses.slice(given.length).map(familyOf)
  const missing = (family: Family, index: number): FieldError =>
    invalid(`spec.clusterIPs[${given.length + index}]`, addresses, `${family} is not configured on this cluster`)
  return {
    families: [...given, ...more],
    errors: more.flatMap((family, index) => (cluster.includes(family) ? [] : missing(family, index))),
  }
}

const complete = (service: Service, families: readonly Family[], cluster: readonly Family[]): readonly Family[] => {
  const { spec } = service
  const given = families.length > 0 ? families : cluster.slice(0, 1)
  const free = isFree(service)
  if (!free) refuse(service, checkCluster(service, families, cluster))
  const wantsTwo = spec.ipFamilyPolicy !== 'SingleStack' && given.length === 1
  return wantsTwo && (free || cluster.length === 2) ? [...given, given[0] === 'IPv4' ? 'IPv6' : 'IPv4'] : given
}

const checkCluster = (
  { spec }: Service,
  families: readonly Family[],
  cluster: readonly Family[],
): readonly FieldError[] => [
  ...(spec.ipFamilyPolicy === 'RequireDualStack' && cluster.length < 2
    ? [policyError(spec, 'this cluster is not configured for dual-stack services')]
    : []),
  ...families.flatMap((family, index) =>
    cluster.includes(family) ? [] : invalid(`spec.ipFamilies[${index}]`, family, 'not configured on this cluster'),
  ),
]
