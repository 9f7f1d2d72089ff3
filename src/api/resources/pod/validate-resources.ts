import { type FieldError, invalid, required } from '../../field-error.ts'
import type { ResourceRequirements } from '../../generated/types.ts'
import { compareQuantities, parseQuantity } from '../../quantity.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'

/** The faults of what a container asks for and is limited to. */
export const validateResources = (
  { limits = {}, requests = {} }: ResourceRequirements,
  field: string,
): readonly FieldError[] => [
  ...Object.entries(limits).flatMap(([name, amount]) => validateAmount(name, amount, `${field}.limits[${name}]`)),
  ...Object.entries(requests).flatMap(([name, amount]) => [
    ...validateAmount(name, amount, `${field}.requests[${name}]`),
    ...againstLimit(name, { request: amount, limit: limits[name] }, field),
  ]),
]

const native = ['cpu', 'memory', 'ephemeral-storage']
const isHugePages = (name: string): boolean => name.startsWith('hugepages-')

const validateAmount = (name: string, amount: string | number, field: string): readonly FieldError[] => {
  const { nano } = quantity(amount)
  return [
    ...nameFaults(name, field),
    ...(nano < 0n ? [invalid(field, String(amount), 'must be greater than or equal to 0')] : []),
    ...(isWhole(name) && nano % 1_000_000_000n !== 0n ? [invalid(field, String(amount), 'must be an integer')] : []),
  ]
}

const nameFaults = (name: string, field: string): readonly FieldError[] => {
  const faults = isLabelKey(name).map(text => invalid(field, name, text))
  if (faults.length > 0 || native.includes(name) || isHugePages(name) || name.includes('/')) return faults
  return [invalid(field, name, 'must be a standard resource for containers')]
}

// What devices and other extended resources are counted in.
const isWhole = (name: string): boolean => name.includes('/') && !name.startsWith('kubernetes.io/')

const againstLimit = (
  name: string,
  { request, limit }: { request: string | number; limit: string | number | undefined },
  field: string,
): readonly FieldError[] => {
  const sharable = native.includes(name)
  if (limit === undefined) {
    return sharable ? [] : [required(`${field}.limits`, 'Limit must be set for non overcommitable resources')]
  }
  const order = compareQuantities(quantity(request), quantity(limit))
  if (order === 0 || (order < 0 && sharable)) return []
  const relation = sharable ? 'less than or equal to' : 'equal to'
  return [invalid(`${field}.requests`, String(request), `must be ${relation} ${name} limit of ${limit}`)]
}

const quantity = (amount: string | number) => parseQuantity(String(amount))
