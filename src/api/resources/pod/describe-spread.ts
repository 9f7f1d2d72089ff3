import { titled } from '../../describe/labels.ts'
import type { TopologySpreadConstraint } from '../../generated/types.ts'
import { formatLabelSelector } from '../../selector-parser.ts'

/** How pods are to be spread over the nodes, sorted by topology, a line each; nothing without constraints. */
export const spreadLines = (constraints: readonly TopologySpreadConstraint[] = [], margin = ''): readonly string[] => {
  const texts = constraints
    .toSorted((left, right) => (left.topologyKey < right.topologyKey ? -1 : 1))
    .map(({ topologyKey, whenUnsatisfiable, maxSkew, labelSelector }) => {
      const rule = `${topologyKey}:${whenUnsatisfiable} when max skew ${maxSkew} is exceeded`
      return labelSelector ? `${rule} for selector ${formatLabelSelector(labelSelector)}` : rule
    })
  return texts.length === 0 ? [] : titled(`${margin}Topology Spread Constraints`, texts)
}
