import { defineResource } from '../resource.ts'
import { type AccessReview, reviewed } from './access-review/review.ts'

/** Asks whether the one who asks may do something. */
export const selfSubjectAccessReview = defineResource<AccessReview>({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SelfSubjectAccessReview',
  plural: 'selfsubjectaccessreviews',
  namespaced: false,
  verbs: ['create'],
  answer: (review, { cluster, user }) => reviewed(review, cluster, user),
})
