import { type FieldError, forbidden, invalid } from '../../field-error.ts'
import type { Service } from '../../generated/types.ts'
import { isExternalName, isHeadless, needsHealthCheck } from './kinds.ts'
import { checkClass } from './traffic-validation.ts'
import { validate } from './validation.ts'

/** The faults of a changed Service: what may not change, then all that is wrong with it as it is. */
export const validateUpdate = (service: Service, old: Service): readonly FieldError[] => [
  ...checkAddressChange(service, old),
  ...checkFamilyChange(service, old),
  ...checkClass(service, old),
  ...checkHealthPortChange(service, old),
  ...validate(service),
]

const fixed = 'may not change once set'

const checkAddressChange = (service: Service, old: Service): readonly FieldError[] => {
  if (isExternalName(service) || isExternalName(old) || (isHeadless(service) && isHeadless(old))) return []
  const now = service.spec.clusterIPs ?? []
  const before = old.spec.clusterIPs ?? []
  const wrong = (index: number, why: string): FieldError => invalid(`spec.clusterIPs[${index}]`, now, why)
  if (now.length === before.length) {
    return before.flatMap((address, index) => (address === now[index] ? [] : wrong(index, fixed)))
  }
  if (now.length === 0) return [wrong(0, 'primary clusterIP can not be unset')]
  return [
    ...(before.length > 0 && now[0] !== before[0] ? [wrong(0, fixed)] : []),
    ...checkReleased(service, now.length < before.length && now.length === 1, 'clusterIP'),
  ]
}

const checkFamilyChange = (service: Service, old: Service): readonly FieldError[] => {
  if (isExternalName(service) || isExternalName(old) || isHeadless(service) || isHeadless(old)) return []
  const now = service.spec.ipFamilies ?? []
  const before = old.spec.ipFamilies ?? []
  // All of these are said of the first family, whichever it is: upstream does so.
  const wrong = (shown: readonly string[], why: string): FieldError => invalid('spec.ipFamilies[0]', shown, why)
  if (now.length === before.length) {
    return before.flatMap((family, index) => (family === now[index] ? [] : wrong(now, fixed)))
  }
  const addresses = service.spec.clusterIPs ?? []
  const isLess = now.length < before.length
  return [
    ...(isLess && addresses.length === 0 ? [wrong(now, 'primary ipFamily can not be unset')] : []),
    ...(now.length > 0 && before.length > 0 && now[0] !== before[0] ? [wrong(addresses, fixed)] : []),
    ...checkReleased(service, isLess && now.length === 1, 'ipFamily'),
  ]
}

const checkReleased = ({ spec }: Service, isReleased: boolean, what: string): readonly FieldError[] =>
  !isReleased || spec.ipFamilyPolicy === 'SingleStack'
    ? []
    : [
        invalid(
          'spec.ipFamilyPolicy',
          spec.ipFamilyPolicy,
          `must be set to 'SingleStack' when releasing the secondary ${what}`,
        ),
      ]

const checkHealthPortChange = (service: Service, old: Service): readonly FieldError[] =>
  needsHealthCheck(old) &&
  needsHealthCheck(service) &&
  service.spec.healthCheckNodePort !== old.spec.healthCheckNodePort
    ? [forbidden('spec.healthCheckNodePort', 'field is immutable')]
    : []
