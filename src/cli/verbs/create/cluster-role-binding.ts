import type { KubeObject } from '../../../api/meta.ts'
import { defineGenerator } from '../../generators/generator.ts'
import { declareSubjects, roleRef, type SubjectFlags, subjectsOf } from '../../rbac/subjects.ts'

interface ClusterRoleBindingFlags extends SubjectFlags {
  readonly clusterrole: string
}

export const clusterRoleBinding = defineGenerator({
  kind: 'ClusterRoleBinding',
  usage:
    'NAME --clusterrole=NAME [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]',
  description: 'Make a cluster role binding: who may do what a cluster role allows, everywhere.',
  examples: `# Two users and a group are administrators
kubectl create clusterrolebinding admins --clusterrole=cluster-admin --user=user1 --user=user2 --group=group1`,
  failure: 'failed to create clusterrolebinding: ',
  declare(command) {
    declareSubjects(command).requiredOption('--clusterrole <name>', 'The cluster role.')
  },
  build({ name }, flags: ClusterRoleBindingFlags) {
    const subjects = subjectsOf(flags)
    return {
      kind: 'ClusterRoleBinding',
      apiVersion: 'rbac.authorization.k8s.io/v1',
      metadata: { name },
      ...(subjects.length > 0 ? { subjects } : {}),
      roleRef: roleRef('ClusterRole', flags.clusterrole),
    } as KubeObject
  },
})
