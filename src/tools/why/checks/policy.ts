import type { NetworkPolicy } from '../../../api/generated/types.ts'
import { askedFor, defineCheck } from '../check.ts'
import { policySlips } from '../policy-slips.ts'

/** A NetworkPolicy with a slip in a selector. */
export const policy = defineCheck({
  name: 'policy',
  applies: ({ object }) => object?.kind === 'NetworkPolicy',
  find(context) {
    const found = askedFor<NetworkPolicy>(context.target, 'NetworkPolicy')
    return found ? policySlips(found, context).map(({ direction: _, ...finding }) => finding) : []
  },
})
