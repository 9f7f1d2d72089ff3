import type { ResourceQuota, ScopedResourceSelectorRequirement } from './generated/types.ts'
import type { KubeObject } from './meta.ts'
import { addQuantities, parseQuantity, type Quantity, zeroQuantity } from './quantity.ts'
import { type Resource, resourceName } from './resource.ts'
import type { Usage } from './usage.ts'

// Kinds that quotas could count before they could count any kind.
const countedByName = new Set(['configmaps', 'replicationcontrollers', 'resourcequotas', 'secrets'])
const single = parseQuantity('1')

/** All that an object uses of what a quota may grant. */
export const usageOf = (resource: Resource, object: KubeObject): Usage => ({
  [`count/${resourceName(resource)}`]: single,
  ...(resource.group === '' && countedByName.has(resource.plural) ? { [resource.plural]: single } : {}),
  ...resource.quota?.usage(object),
})

/** Whether objects of a kind can use anything under these names. */
export const mayUse = (resource: Resource, granted: readonly string[]): boolean => {
  if (granted.includes(`count/${resourceName(resource)}`)) return true
  if (resource.group === '' && countedByName.has(resource.plural)) return granted.includes(resource.plural)
  return resource.quota !== undefined && granted.some(name => !name.startsWith('count/'))
}

/** Whether a quota counts an object: by its scopes. */
export const isCounted = (quota: ResourceQuota, { quota: rules }: Resource, object: KubeObject): boolean => {
  const scopes = scopesOf(quota)
  if (scopes.length === 0) return true
  return rules?.isInScope !== undefined && scopes.every(scope => rules.isInScope?.(object, scope))
}

/** What objects use together, of the names granted. */
export const totalOf = (usages: Iterable<Usage>, granted: readonly string[]): Usage => {
  const total: Record<string, Quantity> = Object.fromEntries(granted.map(name => [name, zeroQuantity]))
  for (const usage of usages) {
    for (const name of granted) {
      const amount = usage[name]
      if (amount) total[name] = addQuantities(total[name] ?? zeroQuantity, amount)
    }
  }
  return total
}

const scopesOf = ({ spec }: ResourceQuota): readonly ScopedResourceSelectorRequirement[] => [
  ...(spec?.scopes ?? []).map(scopeName => ({ scopeName, operator: 'Exists' as const })),
  ...(spec?.scopeSelector?.matchExpressions ?? []),
]
