import { tools } from '../../../tools/index.ts'
import { ownGroup } from '../../program/groups.ts'
import type { VerbEntry } from '../../verb.ts'

/** The verbs that kubectl has not; the list of all ends with them. */
export const ownVerbs: readonly VerbEntry[] = [
  {
    name: 'cluster',
    group: ownGroup,
    summary: 'Create, use and save simulated clusters',
    load: async () => (await import('../cluster.ts')).cluster,
  },
  {
    name: 'profiles',
    group: ownGroup,
    summary: 'List what a new cluster may be like',
    load: async () => (await import('../profiles.ts')).profiles,
  },
  {
    name: 'serve',
    group: ownGroup,
    summary: 'Serve the cluster to programs of this machine',
    load: async () => (await import('../serve.ts')).serve,
  },
  {
    name: 'dns',
    group: ownGroup,
    summary: "The cluster's DNS for programs of this machine",
    load: async () => (await import('../dns.ts')).dns,
  },
  {
    name: 'clock',
    group: ownGroup,
    summary: "Show or set the cluster's time",
    load: async () => (await import('../clock.ts')).clock,
  },
  {
    name: 'trace',
    group: ownGroup,
    summary: 'Follow a request from name to answer, hop by hop',
    load: async () => (await import('../trace.ts')).trace,
  },
  {
    name: 'why',
    group: ownGroup,
    summary: 'Tell why something cannot be reached, and what mends it',
    load: async () => (await import('../why.ts')).why,
  },
  {
    name: 'fault',
    group: ownGroup,
    summary: 'Break something on purpose, and mend it again',
    load: async () => (await import('../fault.ts')).fault,
  },
  {
    name: 'rules',
    group: ownGroup,
    summary: 'Print what kube-proxy would program for a Service',
    load: async () => (await import('../rules.ts')).rules,
  },
  ...tools.map(tool => ({
    name: tool.name,
    group: ownGroup,
    summary: tool.summary,
    load: async () => (await import('../tool.ts')).toolVerb(tool),
  })),
]
