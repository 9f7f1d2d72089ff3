import type { VerbEntry } from '../verb.ts'

/** Every verb, in the order in which help lists them within their groups. */
export const verbs: readonly VerbEntry[] = [
  {
    name: 'help',
    hidden: true,
    summary: 'Help about any command',
    load: async () => (await import('./help.ts')).help,
  },
  {
    name: 'options',
    hidden: true,
    summary: 'Print the list of flags inherited by all commands',
    load: async () => (await import('./options.ts')).options,
  },
]
