import type { VerbEntry } from '../../verb.ts'

/** The verbs below `kubectl apply`, in the order of its help. */
export const applyVerbs: readonly VerbEntry[] = [
  {
    name: 'edit-last-applied',
    summary: 'Edit latest last-applied-configuration annotations of a resource/object',
    load: async () => (await import('./edit-last-applied.ts')).editLastApplied,
  },
  {
    name: 'set-last-applied',
    summary: 'Set the last-applied-configuration annotation on a live object to match the contents of a file',
    load: async () => (await import('./set-last-applied.ts')).setLastApplied,
  },
  {
    name: 'view-last-applied',
    summary: 'View the latest last-applied-configuration annotations of a resource/object',
    load: async () => (await import('./view-last-applied.ts')).viewLastApplied,
  },
]
