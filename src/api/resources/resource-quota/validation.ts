import { type FieldError, invalid } from '../../field-error.ts'
import type { ResourceQuotaSpec } from '../../generated/types.ts'
import { parseQuantity } from '../../quantity.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'

const countable = [
  'pods',
  'services',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'configmaps',
  'persistentvolumeclaims',
  'services.nodeports',
  'services.loadbalancers',
]
const measurable = ['cpu', 'memory', 'ephemeral-storage', 'requests.cpu', 'requests.memory', 'requests.storage']
const limits = ['requests.ephemeral-storage', 'limits.cpu', 'limits.memory', 'limits.ephemeral-storage']
const standard = new Set([...countable, ...measurable, ...limits])

/** The faults of what a quota grants, and of the pods that it counts. */
export const validateQuota = ({ hard = {}, scopes = [] }: ResourceQuotaSpec = {}): readonly FieldError[] => [
  ...Object.entries(hard).flatMap(([name, amount]) => validateGrant(name, amount, `spec.hard[${name}]`)),
  ...validateScopes(scopes, Object.keys(hard)),
]

const isKnown = (name: string): boolean =>
  standard.has(name) || name.startsWith('hugepages-') || name.startsWith('requests.hugepages-')

const validateGrant = (name: string, amount: string | number, field: string): readonly FieldError[] => {
  const { nano } = parseQuantity(String(amount))
  return [
    ...validateName(name, field),
    ...(nano < 0n ? [invalid(field, String(amount), 'must be greater than or equal to 0')] : []),
    ...(countable.includes(name) && nano % 1_000_000_000n !== 0n
      ? [invalid(field, String(amount), 'must be an integer')]
      : []),
  ]
}

const validateName = (name: string, field: string): readonly FieldError[] => {
  const faults = isLabelKey(name).map(text => invalid(field, name, text))
  if (name.includes('/') || isKnown(name)) return faults
  return [
    ...faults,
    ...(faults.length > 0 ? [] : [invalid(field, name, 'must be a standard resource type or fully qualified')]),
    invalid(field, name, 'must be a standard resource for quota'),
  ]
}

const known = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'PriorityClass',
  'CrossNamespacePodAffinity',
]
const opposites = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
]
// A pod that asks for nothing can only be counted.
const ofPods = new Set(['pods', 'cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'])

const validateScopes = (scopes: readonly string[], names: readonly string[]): readonly FieldError[] => {
  const refuse = (why: string): FieldError => invalid('spec.scopes', scopes, why)
  return [
    ...scopes.flatMap(scope => [
      ...(known.includes(scope) ? [] : [refuse('unsupported scope')]),
      ...names.flatMap(name =>
        !isKnown(name) || fits(scope, name) ? [] : [refuse('unsupported scope applied to resource')],
      ),
    ]),
    ...opposites.flatMap(pair => (pair.every(scope => scopes.includes(scope)) ? [refuse('conflicting scopes')] : [])),
  ]
}

const fits = (scope: string, name: string): boolean => (scope === 'BestEffort' ? name === 'pods' : ofPods.has(name))
