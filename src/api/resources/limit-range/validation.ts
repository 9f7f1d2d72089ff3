import { duplicate, type FieldError, forbidden, invalid, required } from '../../field-error.ts'
import type { LimitRange, LimitRangeItem } from '../../generated/types.ts'
import { compareQuantities, parseQuantity } from '../../quantity.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'

const types = ['Pod', 'Container', 'PersistentVolumeClaim']

/** The faults of limits: of each what is least, usual and most has to agree. */
export const validateLimits = ({ spec }: LimitRange): readonly FieldError[] =>
  (spec?.limits ?? []).flatMap((item, index, all) => {
    const at = `spec.limits[${index}]`
    return [
      ...validateType(item.type, `${at}.type`),
      ...(all.findIndex(({ type }) => type === item.type) < index ? [duplicate(`${at}.type`, item.type)] : []),
      ...(item.type === 'Pod' ? withoutDefaults(item, at) : []),
      ...(item.type === 'PersistentVolumeClaim' && !item.min?.storage && !item.max?.storage
        ? [required(at, 'either minimum or maximum storage value is required, but neither was provided')]
        : []),
      ...namesIn(item).flatMap(name => validateOrder(item, name, at)),
    ]
  })

const validateType = (type: string, field: string): readonly FieldError[] => {
  const faults = isLabelKey(type).map(text => invalid(field, type, text))
  if (faults.length > 0 || type.includes('/') || types.includes(type)) return faults
  return [invalid(field, type, 'must be a standard limit type or fully qualified')]
}

const withoutDefaults = (item: LimitRangeItem, at: string): readonly FieldError[] =>
  (['default', 'defaultRequest'] as const).flatMap(name =>
    Object.keys(item[name] ?? {}).length > 0
      ? [forbidden(`${at}.${name}`, "may not be specified when `type` is 'Pod'")]
      : [],
  )

const lists = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const

const namesIn = (item: LimitRangeItem): readonly string[] => [
  ...new Set(lists.flatMap(list => Object.keys(item[list] ?? {}))),
]

type List = (typeof lists)[number]

const words: Readonly<Record<string, string>> = {
  min: 'min value',
  max: 'max value',
  default: 'default value',
  defaultRequest: 'default request value',
}

const validateOrder = (item: LimitRangeItem, name: string, at: string): readonly FieldError[] => {
  const text = (list: List): string | undefined => {
    const amount = item[list]?.[name]
    return amount === undefined ? undefined : String(amount)
  }
  const exceeds = (less: List, more: List, told: List, shown: List, moreWord = words[more]): readonly FieldError[] => {
    const [small, large] = [text(less), text(more)]
    if (small === undefined || large === undefined) return []
    if (compareQuantities(parseQuantity(small), parseQuantity(large)) <= 0) return []
    return [
      invalid(`${at}.${told}[${name}]`, text(shown), `${words[less]} ${small} is greater than ${moreWord} ${large}`),
    ]
  }
  if (item.type === 'Pod') return exceeds('min', 'max', 'min', 'min')
  return [
    ...exceeds('min', 'max', 'min', 'min'),
    ...exceeds('min', 'defaultRequest', 'defaultRequest', 'defaultRequest'),
    ...exceeds('defaultRequest', 'max', 'defaultRequest', 'defaultRequest'),
    ...exceeds('defaultRequest', 'default', 'defaultRequest', 'defaultRequest', 'default limit value'),
    ...exceeds('min', 'default', 'default', 'min'),
    ...exceeds('default', 'max', 'default', 'max'),
    ...validateRatio(text('maxLimitRequestRatio'), `${at}.maxLimitRequestRatio[${name}]`),
  ]
}

const validateRatio = (ratio: string | undefined, field: string): readonly FieldError[] =>
  ratio !== undefined && compareQuantities(parseQuantity(ratio), parseQuantity('1')) < 0
    ? [invalid(field, ratio, `ratio ${ratio} is less than 1`)]
    : []
