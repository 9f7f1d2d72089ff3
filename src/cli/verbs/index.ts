import { tools } from '../../tools/index.ts'
import { ownGroup } from '../groups.ts'
import type { VerbEntry } from '../verb.ts'

/** Every verb, in the order in which help lists them within their groups. */
export const verbs: readonly VerbEntry[] = [
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
    name: 'describe',
    group: 'debug',
    summary: 'Show details of a specific resource or group of resources',
    load: async () => (await import('./describe.ts')).describe,
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
