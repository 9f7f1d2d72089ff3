import { compareBytes } from '../../../util/compare.ts'
import type { Container, Pod, ResourceRequirements, ScopedResourceSelectorRequirement } from '../../generated/types.ts'
import { isPodFinished } from '../../pod-status.ts'
import { parseQuantity } from '../../quantity.ts'
import type { QuotaRules, Usage } from '../../usage.ts'
import { qosClass } from './quality.ts'
import { podResources } from './resources.ts'

// Requests of these are granted under their bare names too.
const ordinary = ['cpu', 'memory', 'ephemeral-storage']
// Where one of these is granted, every container has to say how much of it it takes.
const toldNames = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']

export const podQuota: QuotaRules<Pod> = {
  usage: pod => (isPodFinished(pod) ? {} : { pods: parseQuantity('1'), ...requested(pod), ...limited(pod) }),
  isInScope: (pod, requirement) => isInScope(pod, requirement),
  unsaid: ({ spec }, granted) => {
    const containers = [...spec.containers, ...(spec.initContainers ?? [])]
    return toldNames
      .filter(name => granted.includes(name))
      .toSorted(compareBytes)
      .flatMap(name => {
        const silent = containers.filter(container => !says(container, name)).map(container => container.name)
        return silent.length === 0 ? [] : [`${name} for: ${silent.toSorted(compareBytes).join(',')}`]
      })
  },
}

const requested = ({ spec }: Pod): Usage =>
  Object.fromEntries(
    namesIn(spec.containers, spec.initContainers, 'requests').flatMap(name => {
      const amount = podResources(spec, 'requests', name)
      const names = ordinary.includes(name) ? [name, `requests.${name}`] : [`requests.${name}`]
      return names.map(granted => [granted, amount])
    }),
  )

const limited = ({ spec }: Pod): Usage =>
  Object.fromEntries(
    namesIn(spec.containers, spec.initContainers, 'limits')
      .filter(name => ordinary.includes(name))
      .map(name => [`limits.${name}`, podResources(spec, 'limits', name)]),
  )

const namesIn = (
  containers: readonly Container[],
  inits: readonly Container[] = [],
  what: 'limits' | 'requests',
): readonly string[] => [
  ...new Set([...containers, ...inits].flatMap(({ resources }) => Object.keys(resources?.[what] ?? {}))),
]

const says = ({ resources = {} }: Container, name: string): boolean => {
  const [first = '', second = first] = name.split('.')
  const amounts: ResourceRequirements['limits'] = first === 'limits' ? resources.limits : resources.requests
  return amounts?.[second] !== undefined
}

const isInScope = ({ spec }: Pod, { scopeName, operator, values = [] }: ScopedResourceSelectorRequirement): boolean => {
  switch (scopeName) {
    case 'Terminating':
      return spec.activeDeadlineSeconds !== undefined
    case 'NotTerminating':
      return spec.activeDeadlineSeconds === undefined
    case 'BestEffort':
      return qosClass(spec) === 'BestEffort'
    case 'NotBestEffort':
      return qosClass(spec) !== 'BestEffort'
    case 'PriorityClass':
      return hasPriorityClass(spec.priorityClassName ?? '', operator, values)
    default:
      return false
  }
}

const hasPriorityClass = (name: string, operator: string, values: readonly string[]): boolean => {
  if (operator === 'Exists') return name !== ''
  if (operator === 'DoesNotExist') return name === ''
  return operator === 'In' ? values.includes(name) : !values.includes(name)
}
