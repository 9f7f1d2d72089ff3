import type { VerbEntry } from '../../verb.ts'

export const clusterVerbs: readonly VerbEntry[] = [
  { name: 'create', summary: 'Create a cluster and use it', load: async () => (await import('./create.ts')).create },
  { name: 'list', summary: 'List the clusters', load: async () => (await import('./list.ts')).list },
  { name: 'use', summary: 'Use another cluster', load: async () => (await import('./use.ts')).use },
  { name: 'info', summary: 'Show how a cluster was created', load: async () => (await import('./info.ts')).info },
  { name: 'save', summary: 'Save the state to a file', load: async () => (await import('./save.ts')).save },
  { name: 'load', summary: 'Make a cluster of a saved state', load: async () => (await import('./load.ts')).load },
  { name: 'reset', summary: 'Make a cluster as it was at first', load: async () => (await import('./reset.ts')).reset },
  { name: 'delete', summary: 'Delete a cluster', load: async () => (await import('./delete.ts')).deleteCluster },
]
