import type { ClusterRole, ClusterRoleBinding, PolicyRule, Role, RoleBinding, Subject } from './generated/types.ts'
import type { ClusterView } from './view.ts'

/** Who asks. */
export interface User {
  readonly name: string
  readonly groups: readonly string[]
}

/** What somebody wants to do: a verb of the API (`list`) on a resource, or on a path that is none. */
export interface Attempt {
  readonly verb: string
  readonly group: string
  /** The plural, with the subresource behind a slash: `pods/log`. */
  readonly resource: string
  readonly namespace?: string | undefined
  readonly name?: string | undefined
}

/** Members may do everything, whatever the roles say. */
export const mastersGroup = 'system:masters'

/** Whether the roles that are bound to a user allow an attempt (RBAC has no rules that deny). */
export const isAllowed = (cluster: ClusterView, user: User, attempt: Attempt): boolean =>
  user.groups.includes(mastersGroup) || rulesFor(cluster, user, attempt.namespace).some(rule => covers(rule, attempt))

const rulesFor = (cluster: ClusterView, user: User, namespace: string | undefined): readonly PolicyRule[] => {
  const everywhere = cluster.list<ClusterRoleBinding>('ClusterRoleBinding').filter(isBoundTo(user))
  const here = namespace ? cluster.list<RoleBinding>('RoleBinding', namespace).filter(isBoundTo(user)) : []
  return [...everywhere, ...here].flatMap(({ roleRef }) => {
    const role =
      roleRef.kind === 'Role'
        ? cluster.get<Role>('Role', namespace, roleRef.name)
        : cluster.get<ClusterRole>('ClusterRole', undefined, roleRef.name)
    return role?.rules ?? []
  })
}

const isBoundTo =
  (user: User) =>
  ({ subjects = [] }: ClusterRoleBinding | RoleBinding): boolean =>
    subjects.some(subject => isSubject(subject, user))

const isSubject = ({ kind, name, namespace }: Subject, user: User): boolean => {
  if (kind === 'Group') return user.groups.includes(name)
  return user.name === (kind === 'ServiceAccount' ? `system:serviceaccount:${namespace}:${name}` : name)
}

const covers = (
  { verbs, apiGroups = [], resources = [], resourceNames = [] }: PolicyRule,
  { verb, group, resource, name }: Attempt,
): boolean =>
  has(verbs, verb) &&
  has(apiGroups, group) &&
  (has(resources, resource) || resources.includes(`*/${resource.split('/')[1]}`)) &&
  (resourceNames.length === 0 || (name !== undefined && resourceNames.includes(name)))

const has = (list: readonly string[], wanted: string): boolean => list.includes('*') || list.includes(wanted)

/** The groups that a user is in by its name alone. */
export const impliedGroups = (name: string): readonly string[] => {
  const [, , namespace] = name.startsWith('system:serviceaccount:') ? name.split(':') : []
  const accounts = namespace ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`] : []
  return [...accounts, 'system:authenticated']
}
