import { type FieldError, forbidden, notSupportedInOrder } from '../../field-error.ts'
import type { PriorityClass } from './priority-class-object.ts'

const most = 1_000_000_000
const policies = ['PreemptLowerPriority', 'Never']

// The classes that every cluster has.
const system: Readonly<Record<string, number>> = {
  'system-node-critical': 2_000_001_000,
  'system-cluster-critical': 2_000_000_000,
}

/** The faults of a class: names and numbers of the system's own are not for others. */
export const validatePriorityClass = (object: PriorityClass): readonly FieldError[] => [
  ...validateValue(object),
  ...(object.preemptionPolicy === undefined || policies.includes(object.preemptionPolicy)
    ? []
    : [notSupportedInOrder('preemptionPolicy', object.preemptionPolicy, policies)]),
]

const validateValue = ({ metadata: { name }, value, globalDefault = false }: PriorityClass): readonly FieldError[] => {
  if (!name.startsWith('system-')) {
    if (value <= most) return []
    return [forbidden('value', `maximum allowed value of a user defined priority is ${most}`)]
  }
  const fault = systemFault(name, value, globalDefault)
  const reserved = "priority class names with 'system-' prefix are reserved for system use only. error: "
  return fault === undefined ? [] : [forbidden('metadata.name', reserved + fault)]
}

const systemFault = (name: string, value: number, globalDefault: boolean): string | undefined => {
  const known = system[name]
  if (known === undefined) return `${name} is not a known system priority class`
  if (value !== known) return `value of ${name} PriorityClass must be ${known}`
  return globalDefault ? `globalDefault of ${name} PriorityClass must be false` : undefined
}

export const validatePriorityClassUpdate = (object: PriorityClass, old: PriorityClass): readonly FieldError[] => [
  ...validatePriorityClass(object),
  ...(object.value === old.value ? [] : [forbidden('value', 'may not be changed in an update.')]),
  ...(object.preemptionPolicy === old.preemptionPolicy
    ? []
    : [forbidden('preemptionPolicy', 'may not be changed in an update.')]),
]
