import type { VerbEntry } from '../../verb.ts'

/** The verbs of `kubesim fault`: what can be broken, and how it is mended. */
export const faultVerbs: readonly VerbEntry[] = [
  { name: 'probe', summary: 'Let a probe of a pod fail', load: async () => (await import('./probe.ts')).probe },
  { name: 'crash', summary: 'Let a container of a pod crash', load: async () => (await import('./crash.ts')).crash },
  { name: 'image', summary: 'Let an image be missing', load: async () => (await import('./image.ts')).image },
  { name: 'node', summary: 'Turn nodes off', load: async () => (await import('./node.ts')).node },
  { name: 'dns', summary: "Let the cluster's DNS be silent", load: async () => (await import('./dns.ts')).dns },
  { name: 'path', summary: 'Make a way slow or lossy', load: async () => (await import('./path.ts')).path },
  { name: 'list', summary: 'Show what is broken', load: async () => (await import('./list.ts')).list },
  { name: 'clear', summary: 'Mend what was broken', load: async () => (await import('./clear.ts')).clear },
]
