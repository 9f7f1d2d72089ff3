import { type Attempt, isAllowed, type User } from '../api/rbac.ts'
import { forbidden, type StatusError } from '../api/status-error.ts'
import type { ClusterView } from '../api/view.ts'
import type { Backend } from './backend.ts'
import type { KnownTarget } from './requests.ts'

/** Throws Forbidden if a user may not do something to a target. */
export type Authorize = (
  verb: string,
  target: Pick<KnownTarget, 'resource' | 'namespace' | 'subresource'> & { name?: string | undefined },
) => Promise<void>

/** Checks a user's requests against the roles in the cluster; the administrator (no user) may do all. */
export const createAuthorize =
  (backend: Backend, user: User | undefined): Authorize =>
  async (verb, { resource: { group, plural, namespaced }, namespace, name, subresource }) => {
    if (!user) return
    const attempt: Attempt = {
      verb,
      group,
      resource: subresource ? `${plural}/${subresource}` : plural,
      namespace: namespaced ? namespace : undefined,
      name,
    }
    await backend.read(({ view }) => check(view, user, attempt))
  }

const check = (view: ClusterView, user: User, attempt: Attempt): void => {
  if (!isAllowed(view, user, attempt)) throw refusal(user, attempt)
}

const refusal = ({ name: user }: User, { verb, group, resource, namespace, name = '' }: Attempt): StatusError => {
  const where = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope'
  const why = `User "${user}" cannot ${verb} resource "${resource}" in API group "${group}" ${where}`
  return forbidden({ group, resource: resource.split('/')[0] ?? '' }, name, why)
}
