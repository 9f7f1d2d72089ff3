import type { VerbEntry } from '../../verb.ts'

export const pluginVerbs: readonly VerbEntry[] = [
  {
    name: 'list',
    summary: "List all visible plugin executables on a user's PATH",
    load: async () => (await import('./list.ts')).list,
  },
]
