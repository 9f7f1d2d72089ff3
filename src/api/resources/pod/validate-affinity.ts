import { type FieldError, invalid, required } from '../../field-error.ts'
import type {
  Affinity,
  NodeAffinity,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
  WeightedPodAffinityTerm,
} from '../../generated/types.ts'
import { validateLabelSelector } from '../../validation/label-selector.ts'
import { isDns1123Label } from '../../validation/names.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'
import { validateNodeSelectorTerm } from './validate-node-selector.ts'

const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'

/** The faults of what a pod says of the nodes and pods that it wants to be near to, or far from. */
export const validateAffinity = (affinity: Affinity | undefined, field: string): readonly FieldError[] => [
  ...nodes(affinity?.nodeAffinity, `${field}.nodeAffinity`),
  ...pods(affinity?.podAffinity, `${field}.podAffinity`),
  ...pods(affinity?.podAntiAffinity, `${field}.podAntiAffinity`),
]

const nodes = (affinity: NodeAffinity | undefined, field: string): readonly FieldError[] => [
  ...(affinity?.[must] ? terms(affinity[must].nodeSelectorTerms, `${field}.${must}`) : []),
  ...(affinity?.[preferred] ?? []).flatMap(({ weight, preference }, index) => [
    ...validateWeight(weight, `${field}.${preferred}[${index}].weight`),
    ...validateNodeSelectorTerm(preference, `${field}.${preferred}[${index}].preference`, { anyValue: true }),
  ]),
]

const terms = (given: readonly NodeSelectorTerm[] | undefined, field: string): readonly FieldError[] =>
  given?.length
    ? given.flatMap((term, index) => validateNodeSelectorTerm(term, `${field}.nodeSelectorTerms[${index}]`))
    : [required(`${field}.nodeSelectorTerms`, 'must have at least one node selector term')]

const pods = (affinity: PodAffinity | undefined, field: string): readonly FieldError[] => [
  ...(affinity?.[must] ?? []).flatMap((term, index) => podTerm(term, `${field}.${must}[${index}]`)),
  ...(affinity?.[preferred] ?? []).flatMap((term, index) => weighted(term, `${field}.${preferred}[${index}]`)),
]

const weighted = ({ weight, podAffinityTerm }: WeightedPodAffinityTerm, field: string): readonly FieldError[] => [
  ...validateWeight(weight, `${field}.weight`),
  ...podTerm(podAffinityTerm, `${field}.podAffinityTerm`),
]

const podTerm = (term: PodAffinityTerm, field: string): readonly FieldError[] => {
  const { labelSelector, namespaceSelector, namespaces = [], topologyKey = '' } = term
  return [
    ...(labelSelector ? validateLabelSelector(labelSelector, `${field}.labelSelector`) : []),
    ...(namespaceSelector ? validateLabelSelector(namespaceSelector, `${field}.namespaceSelector`) : []),
    ...namespaces.flatMap(name => isDns1123Label(name).map(text => invalid(`${field}.namespace`, name, text))),
    ...(topologyKey === '' ? [required(`${field}.topologyKey`, 'can not be empty')] : []),
    ...isLabelKey(topologyKey).map(text => invalid(`${field}.topologyKey`, topologyKey, text)),
  ]
}

const validateWeight = (weight: number, field: string): readonly FieldError[] =>
  weight > 0 && weight <= 100 ? [] : [invalid(field, weight, 'must be in the range 1-100')]
