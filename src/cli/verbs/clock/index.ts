import type { VerbEntry } from '../../verb.ts'

export const clockVerbs: readonly VerbEntry[] = [
  { name: 'show', summary: "Show the cluster's time", load: async () => (await import('./show.ts')).show },
  { name: 'advance', summary: 'Let time go by at once', load: async () => (await import('./advance.ts')).advance },
  { name: 'freeze', summary: 'Stop the clock', load: async () => (await import('./freeze.ts')).freeze },
  {
    name: 'follow',
    summary: 'Let the clock go with the wall clock',
    load: async () => (await import('./follow.ts')).follow,
  },
]
