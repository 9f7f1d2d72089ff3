import type { VerbEntry } from '../../verb.ts'

export const dnsVerbs: readonly VerbEntry[] = [
  { name: 'serve', summary: 'Answer DNS queries on UDP and TCP', load: async () => (await import('./serve.ts')).serve },
]
