import type { NodeSelectorTerm, PodAffinity, PodSpec } from '../../generated/types.ts'

// Labels of nodes that have newer names.
const former: Readonly<Record<string, string>> = {
  'beta.kubernetes.io/arch': 'deprecated since v1.14; use "kubernetes.io/arch" instead',
  'beta.kubernetes.io/os': 'deprecated since v1.14; use "kubernetes.io/os" instead',
  'failure-domain.beta.kubernetes.io/region': 'deprecated since v1.17; use "topology.kubernetes.io/region" instead',
  'failure-domain.beta.kubernetes.io/zone': 'deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
  'beta.kubernetes.io/instance-type': 'deprecated since v1.17; use "node.kubernetes.io/instance-type" instead',
}

const must = 'requiredDuringSchedulingIgnoredDuringExecution'
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'
const nullSelector = 'a null labelSelector results in matching no pod'

/** What a pod says of nodes by names of old, and spreading that counts no pod. */
export const labelWarnings = (spec: PodSpec, field: string): readonly string[] => {
  const affinity = spec.affinity?.nodeAffinity
  const at = `${field}.affinity.nodeAffinity`
  return [
    ...Object.keys(spec.nodeSelector ?? {}).flatMap(key =>
      former[key] ? [`${field}.nodeSelector[${key}]: ${former[key]}`] : [],
    ),
    ...(affinity?.[must]?.nodeSelectorTerms ?? []).flatMap((term, index) =>
      termWarnings(term, `${at}.${must}.nodeSelectorTerms[${index}]`),
    ),
    ...(affinity?.[preferred] ?? []).flatMap(({ preference }, index) =>
      termWarnings(preference, `${at}.${preferred}[${index}].preference`),
    ),
    ...spreadWarnings(spec, `${field}.topologySpreadConstraints`),
  ]
}

const termWarnings = ({ matchExpressions = [] }: NodeSelectorTerm, field: string): readonly string[] =>
  matchExpressions.flatMap(({ key }, index) =>
    former[key] ? [`${field}.matchExpressions[${index}].key: ${key} is ${former[key]}`] : [],
  )

const spreadWarnings = ({ topologySpreadConstraints = [] }: PodSpec, field: string): readonly string[] =>
  topologySpreadConstraints.flatMap(({ topologyKey, labelSelector }, index) => [
    ...(former[topologyKey] ? [`${field}[${index}].topologyKey: ${topologyKey} is ${former[topologyKey]}`] : []),
    ...(labelSelector ? [] : [`${field}[${index}].labelSelector: ${nullSelector}`]),
  ])

/** Affinities to no pod at all. */
export const affinityWarnings = ({ affinity }: PodSpec, field: string): readonly string[] => [
  ...nullSelectors(affinity?.podAffinity, `${field}.podAffinity`),
  ...nullSelectors(affinity?.podAntiAffinity, `${field}.podAntiAffinity`),
]

const nullSelectors = (affinity: PodAffinity | undefined, field: string): readonly string[] => [
  ...(affinity?.[must] ?? []).flatMap(({ labelSelector }, index) =>
    labelSelector ? [] : [`${field}.${must}[${index}].labelSelector: ${nullSelector}`],
  ),
  ...(affinity?.[preferred] ?? []).flatMap(({ podAffinityTerm }, index) =>
    podAffinityTerm.labelSelector
      ? []
      : [`${field}.${preferred}[${index}].podAffinityTerm.labelSelector: ${nullSelector}`],
  ),
]
