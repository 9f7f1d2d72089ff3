import { type FieldError, forbidden, invalid, notSupported, required } from '../../field-error.ts'
import type { MetricSpec, MetricTarget } from '../../generated/types.ts'
import { parseQuantity } from '../../quantity.ts'

const types = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource']
const fields = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
}
const targetTypes = ['AverageValue', 'Utilization', 'Value']

/** The faults of what an autoscaler looks at. */
export const validateMetrics = (metrics: readonly MetricSpec[], field: string): readonly FieldError[] =>
  metrics.flatMap((metric, index) => validateMetric(metric, `${field}[${index}]`))

const validateMetric = (metric: MetricSpec, at: string): readonly FieldError[] => {
  const { type } = metric
  if (!type) return [required(`${at}.type`, 'must specify a metric source type')]
  if (!types.includes(type)) return [notSupported(`${at}.type`, type, types)]
  const own = fields[type as keyof typeof fields] as 'resource'
  const others = Object.values(fields).filter(name => name !== own && metric[name as 'resource'])
  const wrong = `must populate information for the given metric source`
  if (!metric[own]) return [required(`${at}.${own}`, wrong)]
  const mistaken = 'must populate the given metric source only'
  return [
    ...others.map(name => forbidden(`${at}.${name}`, mistaken)),
    ...validateSource(metric[own], `${at}.${own}`, type),
  ]
}

const validateSource = (
  { name, target }: { readonly name?: string; readonly target: MetricTarget },
  field: string,
  type: string,
): readonly FieldError[] => [
  ...(type === 'Resource' && !name ? [required(`${field}.name`, 'must specify a resource name')] : []),
  ...validateTarget(target, `${field}.target`),
  ...(type === 'Resource' || type === 'ContainerResource' ? validateUsage(target, `${field}.target`) : []),
]

const validateTarget = (target: MetricTarget, field: string): readonly FieldError[] => {
  const { type, value, averageValue, averageUtilization: share } = target
  return [
    ...(type ? [] : [required(`${field}.type`, 'must specify a metric target type')]),
    ...(type && !targetTypes.includes(type) ? [notSupported(`${field}.type`, type, targetTypes)] : []),
    ...(value === undefined ? [] : positive(value, `${field}.value`)),
    ...(averageValue === undefined ? [] : positive(averageValue, `${field}.averageValue`)),
    ...(share !== undefined && share < 1
      ? [invalid(`${field}.averageUtilization`, share, 'must be greater than 0')]
      : []),
  ]
}

const positive = (amount: string | number, field: string): readonly FieldError[] =>
  parseQuantity(String(amount)).nano > 0n ? [] : [invalid(field, String(amount), 'must be positive')]

const validateUsage = ({ averageUtilization, averageValue }: MetricTarget, field: string): readonly FieldError[] => [
  ...(averageUtilization === undefined && averageValue === undefined
    ? [required(`${field}.averageUtilization`, 'must set either a target raw value or a target utilization')]
    : []),
  ...(averageUtilization !== undefined && averageValue !== undefined
    ? [forbidden(`${field}.averageValue`, 'may not set both a target raw value and a target utilization')]
    : []),
]
