import type { Container, LimitRange, LimitRangeItem, Pod, ResourceRequirements } from '../../generated/types.ts'
import { addQuantities, compareQuantities, parseQuantity, printQuantity, zeroQuantity } from '../../quantity.ts'
import { forbidden } from '../../status-error.ts'

type Amounts = ResourceRequirements['limits']

/** Fills in what a namespace's limit ranges grant by default, and refuses what they forbid with one StatusError. */
export const admitLimits = (pod: Pod, ranges: readonly LimitRange[]): Pod => {
  const items = ranges.flatMap(({ spec }) => spec?.limits ?? [])
  if (items.length === 0) return pod
  const filled = items.filter(({ type }) => type === 'Container').reduce(withDefaults, pod)
  const faults = items.flatMap(item => faultsOf(filled, item))
  if (faults.length === 0) return filled
  const why = faults.length > 1 ? `[${faults.join(', ')}]` : faults.join('')
  throw forbidden({ group: '', resource: 'pods' }, pod.metadata.name, why)
}

const withDefaults = (pod: Pod, item: LimitRangeItem): Pod => {
  const fill = <T extends Container>(container: T): T => fillContainer(container, item)
  const { containers, initContainers } = pod.spec
  return {
    ...pod,
    spec: {
      ...pod.spec,
      containers: containers.map(fill),
      ...(initContainers ? { initContainers: initContainers.map(fill) } : {}),
    },
  }
}

const fillContainer = <T extends Container>(container: T, item: LimitRangeItem): T => {
  const limits = { ...item.default, ...container.resources?.limits }
  const requests = { ...item.defaultRequest, ...container.resources?.requests }
  return {
    ...container,
    resources: {
      ...container.resources,
      ...(Object.keys(limits).length > 0 ? { limits } : {}),
      ...(Object.keys(requests).length > 0 ? { requests } : {}),
    },
  }
}

const faultsOf = ({ spec }: Pod, item: LimitRangeItem): readonly string[] => {
  if (item.type === 'Container') {
    return [...spec.containers, ...(spec.initContainers ?? [])].flatMap(({ resources }) => check(item, resources ?? {}))
  }
  if (item.type !== 'Pod') return []
  return check(item, { limits: sum(spec.containers, 'limits'), requests: sum(spec.containers, 'requests') })
}

const sum = (containers: readonly Container[], what: 'limits' | 'requests'): Amounts => {
  const lists = containers.map(({ resources }) => resources?.[what] ?? {})
  const names = [...new Set(lists.flatMap(Object.keys))]
  return Object.fromEntries(
    names.map(name => {
      const total = lists.reduce((left, list) => addQuantities(left, quantityOf(list, name)), zeroQuantity)
      return [name, printQuantity(total)]
    }),
  )
}

const quantityOf = (list: Amounts, name: string) => parseQuantity(String(list?.[name] ?? '0'))

const check = ({ type, min = {}, max = {} }: LimitRangeItem, { limits, requests }: ResourceRequirements): string[] => [
  ...Object.entries(min).flatMap(([name, least]) => {
    const text = `minimum ${name} usage per ${type} is ${least}`
    if (requests?.[name] === undefined) return [`${text}.  No request is specified`]
    return compareQuantities(quantityOf(requests, name), parseQuantity(String(least))) < 0
      ? [`${text}, but request is ${requests[name]}`]
      : []
  }),
  ...Object.entries(max).flatMap(([name, most]) => {
    const text = `maximum ${name} usage per ${type} is ${most}`
    if (limits?.[name] === undefined) return [`${text}.  No limit is specified`]
    return compareQuantities(quantityOf(limits, name), parseQuantity(String(most))) > 0
      ? [`${text}, but limit is ${limits[name]}`]
      : []
  }),
]
