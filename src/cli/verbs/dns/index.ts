import type { VerbEntry } from '../../verb.ts'

export const dnsVerbs: readonly VerbEntry[] = [
  {
    name: 'add',
    summary: 'Give a name beyond the cluster an address',
    load: async () => (await import('./add.ts')).add,
  },
  { name: 'serve', summary: 'Answer DNS queries on UDP and TCP', load: async () => (await import('./serve.ts')).serve },
]
