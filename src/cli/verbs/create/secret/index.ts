import type { VerbEntry } from '../../../verb.ts'

/** The verbs of `kubectl create secret`. */
export const secretVerbs: readonly VerbEntry[] = [
  {
    name: 'docker-registry',
    summary: 'Create a secret for use with a Docker registry',
    load: async () => (await import('./docker-registry.ts')).dockerRegistry,
  },
  {
    name: 'generic',
    summary: 'Create a secret from a local file, directory, or literal value',
    load: async () => (await import('./generic.ts')).generic,
  },
  {
    name: 'tls',
    summary: 'Create a TLS secret',
    load: async () => (await import('./tls.ts')).tls,
  },
]
