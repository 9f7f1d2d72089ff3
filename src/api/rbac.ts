import type { ClusterRole, ClusterRoleBinding, PolicyRule, Role, RoleBinding, Subject } from './generated/types.ts'
import type { ClusterView } from './view.ts'

/** Who asks. */
export interface User {
  readonly name: string
  readonly uid?: string | undefined
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
const mastersGroup = 'system:masters'

/** Who asks if nobody else is named. */
export const administrator: User = { name: 'admin', uid: 'admin', groups: [mastersGroup, 'system:authenticated'] }

/** Whether the roles that are bound to a user allow an attempt (RBAC has no rules that deny). */
export const isAllowed = (cluster: ClusterView, user: User, attempt: Attempt): boolean =>
  rulesFor(cluster, user, attempt.namespace).some(rule => covers(rule, attempt))

/** The same for a path that is no resource: `/healthz`. */
export const isPathAllowed = (
  cluster: ClusterView,
  user: User,
  { verb, path }: { verb: string; path: string },
): boolean =>
  rulesFor(cluster, user, undefined).some(
    ({ verbs, nonResourceURLs = [] }) => has(verbs, verb) && nonResourceURLs.some(known => coversPath(known, path)),
  )

/** All rules that a user has in a namespace, or in the cluster as a whole. */
export const rulesFor = (cluster: ClusterView, user: User, namespace: string | undefined): readonly PolicyRule[] => [
  ...(user.groups.includes(mastersGroup) ? everything : []),
  ...boundRules(cluster, user, namespace),
  ...everybodysRules,
]

const everything: readonly PolicyRule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
]

const healthPaths: readonly string[] = ['/healthz', '/livez', '/readyz', '/version', '/version/']

// What every cluster binds to system:authenticated: system:basic-user, system:service-account-issuer-discovery,
// system:discovery and system:public-info-viewer.
const everybodysRules: readonly PolicyRule[] = [
  {
    verbs: ['create'],
    apiGroups: ['authorization.k8s.io'],
    resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
  },
  { verbs: ['create'], apiGroups: ['authentication.k8s.io'], resources: ['selfsubjectreviews'] },
  { verbs: ['get'], nonResourceURLs: ['/.well-known', '/.well-known/*'] },
  {
    verbs: ['get'],
    nonResourceURLs: ['/api', '/api/*', '/apis', '/apis/*', '/openapi', '/openapi/*', ...healthPaths],
  },
  { verbs: ['get'], nonResourceURLs: healthPaths },
]

const boundRules = (cluster: ClusterView, user: User, namespace: string | undefined): readonly PolicyRule[] => {
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

const coversPath = (known: string, path: string): boolean =>
  known.endsWith('*') ? path.startsWith(known.slice(0, -1)) : known === path

const has = (list: readonly string[], wanted: string): boolean => list.includes('*') || list.includes(wanted)

/** The groups that a user is in by its name alone. */
export const impliedGroups = (name: string): readonly string[] => {
  const [, , namespace] = name.startsWith('system:serviceaccount:') ? name.split(':') : []
  const accounts = namespace ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`] : []
  return [...accounts, 'system:authenticated']
}
