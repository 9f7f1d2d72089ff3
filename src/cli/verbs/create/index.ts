import type { VerbEntry } from '../../verb.ts'

/** What `kubectl create` makes from flags, in the order in which help lists it. */
export const createVerbs: readonly VerbEntry[] = [
  {
    name: 'clusterrole',
    summary: 'Create a cluster role',
    load: async () => (await import('./cluster-role.ts')).clusterRole,
  },
  {
    name: 'clusterrolebinding',
    summary: 'Create a cluster role binding for a particular cluster role',
    load: async () => (await import('./cluster-role-binding.ts')).clusterRoleBinding,
  },
  {
    name: 'configmap',
    aliases: ['cm'],
    summary: 'Create a config map from a local file, directory or literal value',
    load: async () => (await import('./config-map.ts')).configMap,
  },
  {
    name: 'cronjob',
    aliases: ['cj'],
    summary: 'Create a cron job with the specified name',
    load: async () => (await import('./cron-job.ts')).cronJob,
  },
  {
    name: 'deployment',
    aliases: ['deploy'],
    summary: 'Create a deployment with the specified name',
    load: async () => (await import('./deployment.ts')).deployment,
  },
  {
    name: 'ingress',
    aliases: ['ing'],
    summary: 'Create an ingress with the specified name',
    load: async () => (await import('./ingress.ts')).ingress,
  },
  {
    name: 'job',
    summary: 'Create a job with the specified name',
    load: async () => (await import('./job.ts')).job,
  },
  {
    name: 'namespace',
    aliases: ['ns'],
    summary: 'Create a namespace with the specified name',
    load: async () => (await import('./namespace.ts')).namespace,
  },
  {
    name: 'poddisruptionbudget',
    aliases: ['pdb'],
    summary: 'Create a pod disruption budget with the specified name',
    load: async () => (await import('./pod-disruption-budget.ts')).podDisruptionBudget,
  },
  {
    name: 'priorityclass',
    aliases: ['pc'],
    summary: 'Create a priority class with the specified name',
    load: async () => (await import('./priority-class.ts')).priorityClass,
  },
  {
    name: 'quota',
    aliases: ['resourcequota'],
    summary: 'Create a quota with the specified name',
    load: async () => (await import('./quota.ts')).quota,
  },
  {
    name: 'role',
    summary: 'Create a role with single rule',
    load: async () => (await import('./role.ts')).role,
  },
  {
    name: 'rolebinding',
    summary: 'Create a role binding for a particular role or cluster role',
    load: async () => (await import('./role-binding.ts')).roleBinding,
  },
  {
    name: 'secret',
    summary: 'Create a secret using a specified subcommand',
    load: async () => (await import('./secret.ts')).secret,
  },
  {
    name: 'service',
    aliases: ['svc'],
    summary: 'Create a service using a specified subcommand',
    load: async () => (await import('./service.ts')).service,
  },
  {
    name: 'serviceaccount',
    aliases: ['sa'],
    summary: 'Create a service account with the specified name',
    load: async () => (await import('./service-account.ts')).serviceAccount,
  },
  {
    name: 'token',
    summary: 'Request a service account token',
    load: async () => (await import('./token.ts')).token,
  },
]
