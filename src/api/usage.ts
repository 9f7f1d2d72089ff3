import type { ScopedResourceSelectorRequirement } from './generated/types.ts'
import type { KubeObject } from './meta.ts'
import type { Quantity } from './quantity.ts'

/** Amounts by the names that a quota grants them under: `pods`, `requests.cpu`, `count/deployments.apps`. */
export type Usage = Readonly<Record<string, Quantity>>

/** How objects of a kind count against a quota, beyond being one of their kind. */
export interface QuotaRules<T extends KubeObject> {
  usage(object: T): Usage
  /** Whether it is of a scope. A kind without the method is of none, and no quota with scopes counts it. */
  isInScope?(object: T, requirement: ScopedResourceSelectorRequirement): boolean
  /** What it has to say about itself where these names are granted, and does not: `cpu for: web`. */
  unsaid?(object: T, granted: readonly string[]): readonly string[]
}
