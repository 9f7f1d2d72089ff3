import type { VerbEntry } from '../../verb.ts'

/** What `kubectl create` makes from flags, in the order in which help lists it. */
export const createVerbs: readonly VerbEntry[] = [
  {
    name: 'configmap',
    aliases: ['cm'],
    summary: 'Create a config map from a local file, directory or literal value',
    load: async () => (await import('./config-map.ts')).configMap,
  },
  {
    name: 'deployment',
    aliases: ['deploy'],
    summary: 'Create a deployment with the specified name',
    load: async () => (await import('./deployment.ts')).deployment,
  },
  {
    name: 'namespace',
    aliases: ['ns'],
    summary: 'Create a namespace with the specified name',
    load: async () => (await import('./namespace.ts')).namespace,
  },
  {
    name: 'service',
    aliases: ['svc'],
    summary: 'Create a service using a specified subcommand',
    load: async () => (await import('./service.ts')).service,
  },
]
