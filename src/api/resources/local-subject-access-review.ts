import { defineResource } from '../resource.ts'
import { reviewed, type SubjectReview, subjectOf } from './access-review/review.ts'

/** Asks whether somebody may do something in a namespace. */
export const localSubjectAccessReview = defineResource<SubjectReview>({
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'LocalSubjectAccessReview',
  plural: 'localsubjectaccessreviews',
  namespaced: true,
  verbs: ['create'],
  answer: (review, { cluster }) => reviewed(review, cluster, subjectOf(review.spec)),
})
