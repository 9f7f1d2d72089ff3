import { toRfc3339 } from '../../util/clock.ts'
import type { KubeObject } from '../meta.ts'
import { defineResource } from '../resource.ts'

interface SelfSubjectReview extends KubeObject {
  readonly status?: {
    readonly userInfo: { readonly username: string; readonly uid?: string; readonly groups: readonly string[] }
  }
}

/** Asks who the one who asks is. */
export const selfSubjectReview = defineResource<SelfSubjectReview>({
  group: 'authentication.k8s.io',
  version: 'v1',
  kind: 'SelfSubjectReview',
  plural: 'selfsubjectreviews',
  namespaced: false,
  verbs: ['create'],

  answer: (review, { user: { name, uid, groups }, now }) => ({
    ...review,
    metadata: { ...review.metadata, creationTimestamp: toRfc3339(now) },
    status: { userInfo: { username: name, ...(uid ? { uid } : {}), groups } },
  }),
})
