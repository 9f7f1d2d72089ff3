import { tools } from '../../tools/index.ts'
import { ownGroup } from '../groups.ts'
import type { VerbEntry } from '../verb.ts'

/** Every verb, in the order in which help lists them within their groups. */
export const verbs: readonly VerbEntry[] = [
  {
    name: 'create',
    group: 'beginner',
    summary: 'Create a resource from a file or from stdin',
    load: async () => (await import('./create.ts')).create,
  },
  {
    name: 'expose',
    group: 'beginner',
    summary: 'Take a replication controller, service, deployment or pod and expose it as a new Kubernetes service',
    load: async () => (await import('./expose.ts')).expose,
  },
  {
    name: 'run',
    group: 'beginner',
    summary: 'Run a particular image on the cluster',
    load: async () => (await import('./run.ts')).run,
  },
  {
    name: 'explain',
    group: 'intermediate',
    summary: 'Get documentation for a resource',
    load: async () => (await import('./explain.ts')).explain,
  },
  {
    name: 'get',
    group: 'intermediate',
    summary: 'Display one or many resources',
    suggestFor: ['list', 'ps'],
    load: async () => (await import('./get.ts')).get,
  },
  {
    name: 'edit',
    group: 'intermediate',
    summary: 'Edit a resource on the server',
    load: async () => (await import('./edit.ts')).edit,
  },
  {
    name: 'delete',
    group: 'intermediate',
    summary: 'Delete resources by file names, stdin, resources and names, or by resources and label selector',
    suggestFor: ['rm', 'remove'],
    load: async () => (await import('./delete.ts')).deleteVerb,
  },
  {
    name: 'rollout',
    group: 'deploy',
    summary: 'Manage the rollout of a resource',
    load: async () => (await import('./rollout.ts')).rollout,
  },
  {
    name: 'scale',
    group: 'deploy',
    summary: 'Set a new size for a deployment, replica set, or replication controller',
    load: async () => (await import('./scale.ts')).scale,
  },
  {
    name: 'describe',
    group: 'debug',
    summary: 'Show details of a specific resource or group of resources',
    load: async () => (await import('./describe.ts')).describe,
  },
  {
    name: 'auth',
    group: 'debug',
    summary: 'Inspect authorization',
    load: async () => (await import('./auth.ts')).auth,
  },
  {
    name: 'events',
    group: 'debug',
    summary: 'List events',
    load: async () => (await import('./events.ts')).events,
  },
  {
    name: 'diff',
    group: 'advanced',
    summary: 'Diff the live version against a would-be applied version',
    load: async () => (await import('./diff.ts')).diff,
  },
  {
    name: 'apply',
    group: 'advanced',
    summary: 'Apply a configuration to a resource by file name or stdin',
    load: async () => (await import('./apply.ts')).apply,
  },
  {
    name: 'patch',
    group: 'advanced',
    summary: 'Update fields of a resource',
    load: async () => (await import('./patch.ts')).patch,
  },
  {
    name: 'replace',
    group: 'advanced',
    summary: 'Replace a resource by file name or stdin',
    load: async () => (await import('./replace.ts')).replace,
  },
  {
    name: 'wait',
    group: 'advanced',
    summary: 'Wait for a specific condition on one or many resources',
    load: async () => (await import('./wait.ts')).wait,
  },
  {
    name: 'label',
    group: 'settings',
    summary: 'Update the labels on a resource',
    load: async () => (await import('./label.ts')).label,
  },
  {
    name: 'annotate',
    group: 'settings',
    summary: 'Update the annotations on a resource',
    load: async () => (await import('./annotate.ts')).annotate,
  },
  {
    name: 'api-resources',
    group: 'other',
    summary: 'Print the supported API resources on the server',
    load: async () => (await import('./api-resources.ts')).apiResources,
  },
  {
    name: 'api-versions',
    group: 'other',
    summary: 'Print the supported API versions on the server, in the form of "group/version"',
    load: async () => (await import('./api-versions.ts')).apiVersions,
  },
  {
    name: 'config',
    group: 'other',
    summary: 'Modify kubeconfig files',
    load: async () => (await import('./config.ts')).config,
  },
  {
    name: 'version',
    group: 'other',
    summary: 'Print the client and server version information',
    load: async () => (await import('./version.ts')).version,
  },
  {
    name: 'help',
    hidden: true,
    summary: 'Help about any command',
    load: async () => (await import('./help.ts')).help,
  },
  {
    name: 'options',
    hidden: true,
    summary: 'Print the list of flags inherited by all commands',
    load: async () => (await import('./options.ts')).options,
  },
  {
    name: 'cluster',
    group: ownGroup,
    summary: 'Create, use and save simulated clusters',
    load: async () => (await import('./cluster.ts')).cluster,
  },
  {
    name: 'clock',
    group: ownGroup,
    summary: "Show or set the cluster's time",
    load: async () => (await import('./clock.ts')).clock,
  },
  ...tools.map(tool => ({
    name: tool.name,
    group: ownGroup,
    summary: tool.summary,
    load: async () => (await import('./tool.ts')).toolVerb(tool),
  })),
]
