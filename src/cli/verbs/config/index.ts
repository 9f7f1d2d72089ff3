import type { VerbEntry } from '../../verb.ts'

/** What `config` can do, in the order of help. */
export const configVerbs: readonly VerbEntry[] = [
  {
    name: 'current-context',
    summary: 'Display the current-context',
    load: async () => (await import('./current-context.ts')).currentContext,
  },
  {
    name: 'delete-cluster',
    summary: 'Delete the specified cluster from the kubeconfig',
    load: async () => (await import('./delete-cluster.ts')).deleteCluster,
  },
  {
    name: 'delete-context',
    summary: 'Delete the specified context from the kubeconfig',
    load: async () => (await import('./delete-context.ts')).deleteContext,
  },
  {
    name: 'delete-user',
    summary: 'Delete the specified user from the kubeconfig',
    load: async () => (await import('./delete-user.ts')).deleteUser,
  },
  {
    name: 'get-clusters',
    summary: 'Display clusters defined in the kubeconfig',
    load: async () => (await import('./get-clusters.ts')).getClusters,
  },
  {
    name: 'get-contexts',
    summary: 'Describe one or many contexts',
    load: async () => (await import('./get-contexts.ts')).getContexts,
  },
  {
    name: 'get-users',
    summary: 'Display users defined in the kubeconfig',
    load: async () => (await import('./get-users.ts')).getUsers,
  },
  {
    name: 'rename-context',
    summary: 'Rename a context from the kubeconfig file',
    load: async () => (await import('./rename-context.ts')).renameContext,
  },
  {
    name: 'set',
    summary: 'Set an individual value in a kubeconfig file',
    load: async () => (await import('./set.ts')).set,
  },
  {
    name: 'set-cluster',
    summary: 'Set a cluster entry in kubeconfig',
    load: async () => (await import('./set-cluster.ts')).setCluster,
  },
  {
    name: 'set-context',
    summary: 'Set a context entry in kubeconfig',
    load: async () => (await import('./set-context.ts')).setContext,
  },
  {
    name: 'set-credentials',
    summary: 'Set a user entry in kubeconfig',
    load: async () => (await import('./set-credentials.ts')).setCredentials,
  },
  {
    name: 'unset',
    summary: 'Unset an individual value in a kubeconfig file',
    load: async () => (await import('./unset.ts')).unset,
  },
  {
    name: 'use-context',
    summary: 'Set the current-context in a kubeconfig file',
    aliases: ['use'],
    load: async () => (await import('./use-context.ts')).useContext,
  },
  {
    name: 'view',
    summary: 'Display merged kubeconfig settings or a specified kubeconfig file',
    load: async () => (await import('./view.ts')).view,
  },
]
