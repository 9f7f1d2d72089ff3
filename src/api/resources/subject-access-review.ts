import { defineResource } from '../resource.ts'
import { reviewed, type SubjectReview, subjectOf } from './access-review/review.ts'

/** Asks whether somebody may do something. */
export const subjectAccessReview = defineResource<SubjectReview>({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SubjectAccessReview',
  plural: 'subjectaccessreviews',
  namespaced: false,
  verbs: ['create'],
  answer: (review, { cluster }) => reviewed(review, cluster, subjectOf(review.spec)),
})
