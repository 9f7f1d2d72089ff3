import type { VerbEntry } from '../../verb.ts'

export const clusterInfoVerbs: readonly VerbEntry[] = [
  {
    name: 'dump',
    summary: 'Dump relevant information for debugging and diagnosis',
    load: async () => (await import('./dump.ts')).dump,
  },
]
