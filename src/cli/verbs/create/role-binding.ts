import type { KubeObject } from '../../../api/meta.ts'
import { defineGenerator } from '../../generators/generator.ts'
import { declareSubjects, roleRef, type SubjectFlags, subjectsOf } from '../../rbac/subjects.ts'

interface RoleBindingFlags extends SubjectFlags {
  readonly role: string
  readonly clusterrole: string
}

export const roleBinding = defineGenerator({
  kind: 'RoleBinding',
  usage:
    'NAME --clusterrole=NAME|--role=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]',
  description: 'Make a role binding: who may do what a role allows, in a namespace.',
  examples: `# A service account may what the role reader allows
kubectl create rolebinding readers --role=reader --serviceaccount=default:robot

# Two users may what a cluster role allows
kubectl create rolebinding admins --clusterrole=admin --user=user1 --user=user2`,
  failure: 'failed to create rolebinding: ',
  declare(command) {
    declareSubjects(command)
      .option('--clusterrole <name>', 'The cluster role.', '')
      .option('--role <name>', 'The role, of the same namespace.', '')
  },
  check({ role, clusterrole }: RoleBindingFlags) {
    if (Boolean(role) === Boolean(clusterrole)) throw new Error('exactly one of clusterrole or role must be specified')
  },
  build({ name }, flags) {
    const subjects = subjectsOf(flags)
    return {
      kind: 'RoleBinding',
      apiVersion: 'rbac.authorization.k8s.io/v1',
      metadata: { name },
      ...(subjects.length > 0 ? { subjects } : {}),
      roleRef: flags.role ? roleRef('Role', flags.role) : roleRef('ClusterRole', flags.clusterrole),
    } as KubeObject
  },
})
