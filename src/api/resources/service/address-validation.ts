import { ipVersion } from '../../../util/ip.ts'
import { duplicate, type FieldError, invalid, notSupported, required } from '../../field-error.ts'
import type { Service, ServiceSpec } from '../../generated/types.ts'
import { validateIp } from '../../validation/ip.ts'
import { isExternalName, isHeadless } from './kinds.ts'

const families = ['IPv4', 'IPv6']
const policies = ['SingleStack', 'PreferDualStack', 'RequireDualStack']

/** Whether clusterIP, clusterIPs, ipFamilies and ipFamilyPolicy are right and agree. */
export const checkAddresses = (service: Service): readonly FieldError[] => {
  if (isExternalName(service)) return []
  const { spec } = service
  const misplaced = checkEach(spec)
  return [
    ...checkSingular(spec),
    ...checkFamilies(spec),
    ...checkPolicy(spec),
    ...misplaced,
    ...(addressesOf(spec).length > 2 ? [wrong(spec, 'may only hold up to 2 values')] : []),
    // Addresses that are none would be reported again and again.
    ...(misplaced.length > 0 ? [] : [...checkPair(spec), ...(isHeadless(service) ? [] : checkMatch(spec))]),
  ]
}

const addressesOf = ({ clusterIPs }: ServiceSpec): readonly string[] => clusterIPs ?? []

const wrong = (spec: ServiceSpec, why: string): FieldError => invalid('spec.clusterIPs', addressesOf(spec), why)

const checkSingular = (spec: ServiceSpec): readonly FieldError[] => {
  const [first] = addressesOf(spec)
  if (!spec.clusterIP) {
    return first === undefined ? [] : [wrong(spec, 'must be empty when `clusterIP` is not specified')]
  }
  if (first === undefined) return [required('spec.clusterIPs')]
  return first === spec.clusterIP ? [] : [wrong(spec, 'first value must match `clusterIP`')]
}

const checkFamilies = ({ ipFamilies = [] }: ServiceSpec): readonly FieldError[] =>
  ipFamilies.flatMap((family, index) => {
    const field = `spec.ipFamilies[${index}]`
    return [
      ...(families.includes(family) ? [] : [notSupported(field, family, families)]),
      ...(ipFamilies.indexOf(family) < index ? [duplicate(field, family)] : []),
    ]
  })

const checkPolicy = ({ ipFamilyPolicy }: ServiceSpec): readonly FieldError[] =>
  ipFamilyPolicy === undefined || policies.includes(ipFamilyPolicy)
    ? []
    : [notSupported('spec.ipFamilyPolicy', ipFamilyPolicy, policies)]

const checkEach = (spec: ServiceSpec): readonly FieldError[] =>
  addressesOf(spec).flatMap((address, index) => {
    if (index > 0 || address !== 'None') return validateIp(address, `spec.clusterIPs[${index}]`)
    return addressesOf(spec).length > 1 ? [wrong(spec, "'None' must be the first and only value")] : []
  })

const checkPair = (spec: ServiceSpec): readonly FieldError[] => {
  const versions = addressesOf(spec).map(ipVersion)
  if (versions.length < 2 || (versions.includes(4) && versions.includes(6))) return []
  return [wrong(spec, 'may specify no more than one IP for each IP family')]
}

const checkMatch = (spec: ServiceSpec): readonly FieldError[] =>
  addressesOf(spec).flatMap((address, index) => {
    const family = spec.ipFamilies?.[index]
    const fits = family === 'IPv4' ? ipVersion(address) !== 6 : ipVersion(address) === 6
    if (!family || !families.includes(family) || fits) return []
    return [
      invalid(
        `spec.clusterIPs[${index}]`,
        address,
        `expected an ${family} value as indicated by \`ipFamilies[${index}]\``,
      ),
    ]
  })
