import type { PolicyRule } from '../generated/types.ts'
import type { KubeObject } from '../meta.ts'
import { rulesFor } from '../rbac.ts'
import { defineResource } from '../resource.ts'

interface RulesReview extends KubeObject {
  readonly spec: { readonly namespace?: string }
  readonly status?: {
    readonly resourceRules: readonly PolicyRule[]
    readonly nonResourceRules: readonly PolicyRule[]
    readonly incomplete: boolean
  }
}

/** Asks for all that the one who asks may do in a namespace. */
export const selfSubjectRulesReview = defineResource<RulesReview>({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SelfSubjectRulesReview',
  plural: 'selfsubjectrulesreviews',
  namespaced: false,
  verbs: ['create'],

  answer(review, { cluster, user }) {
    const rules = rulesFor(cluster, user, review.spec?.namespace)
    return {
      ...review,
      spec: {},
      status: {
        resourceRules: rules.filter(({ resources }) => resources),
        nonResourceRules: rules.filter(({ nonResourceURLs }) => nonResourceURLs),
        incomplete: false,
      },
    }
  },
})
