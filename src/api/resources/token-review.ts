import type { KubeObject } from '../meta.ts'
import { defineResource } from '../resource.ts'

interface TokenReview extends KubeObject {
  readonly status?: { readonly user: object; readonly error: string }
}

/** Asks whose a token is: nobody's, since a simulated cluster gives no tokens away. */
export const tokenReview = defineResource<TokenReview>({
  group: 'authentication.k8s.io',
  version: 'v1',
  kind: 'TokenReview',
  plural: 'tokenreviews',
  namespaced: false,
  verbs: ['create'],
  answer: review => ({ ...review, status: { user: {}, error: 'invalid bearer token' } }),
})
