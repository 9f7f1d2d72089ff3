import type { KubeObject } from '../../meta.ts'
import { isAllowed, isPathAllowed, type User } from '../../rbac.ts'
import { badRequest } from '../../status-error.ts'
import type { ClusterView } from '../../view.ts'

/** What is asked about: an action on objects, or on a path. */
export interface AccessSpec {
  readonly resourceAttributes?: {
    readonly namespace?: string
    readonly verb?: string
    readonly group?: string
    readonly resource?: string
    readonly subresource?: string
    readonly name?: string
  }
  readonly nonResourceAttributes?: { readonly path?: string; readonly verb?: string }
}

export interface AccessReview extends KubeObject {
  readonly spec: AccessSpec
  readonly status?: { readonly allowed: boolean }
}

/** A question about somebody else. */
export interface SubjectReview extends AccessReview {
  readonly spec: AccessSpec & { readonly user?: string; readonly uid?: string; readonly groups?: readonly string[] }
}

/** The review with its answer. Throws BadRequest if it asks nothing. */
export const reviewed = <T extends AccessReview>(review: T, cluster: ClusterView, user: User): T => ({
  ...review,
  status: { allowed: allows(review.spec ?? {}, cluster, user) },
})

/** Whom a review is about. */
export const subjectOf = ({ user = '', uid, groups = [] }: SubjectReview['spec']): User => ({ name: user, uid, groups })

const allows = (
  { resourceAttributes, nonResourceAttributes }: AccessSpec,
  cluster: ClusterView,
  user: User,
): boolean => {
  if (nonResourceAttributes) {
    const { verb = '', path = '' } = nonResourceAttributes
    return isPathAllowed(cluster, user, { verb, path })
  }
  if (!resourceAttributes) {
    throw badRequest('exactly one of nonResourceAttributes or resourceAttributes must be specified')
  }
  const { namespace, verb = '', group = '', resource = '', subresource, name } = resourceAttributes
  const part = subresource ? `${resource}/${subresource}` : resource
  return isAllowed(cluster, user, { verb, group, resource: part, namespace: namespace || undefined, name })
}
