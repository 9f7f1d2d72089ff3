import type { VerbEntry } from '../../verb.ts'

export const topVerbs: readonly VerbEntry[] = [
  {
    name: 'node',
    aliases: ['nodes', 'no'],
    summary: 'Display resource (CPU/memory) usage of nodes',
    load: async () => (await import('./node.ts')).node,
  },
  {
    name: 'pod',
    aliases: ['pods', 'po'],
    summary: 'Display resource (CPU/memory) usage of pods',
    load: async () => (await import('./pod.ts')).pod,
  },
]
