import type { VerbEntry } from '../../verb.ts'

/** The verbs of `kubectl rollout`. */
export const rolloutVerbs: readonly VerbEntry[] = [
  { name: 'history', summary: 'View rollout history', load: async () => (await import('./history.ts')).history },
  {
    name: 'pause',
    summary: 'Mark the provided resource as paused',
    load: async () => (await import('./pause.ts')).pause,
  },
  { name: 'restart', summary: 'Restart a resource', load: async () => (await import('./restart.ts')).restart },
  { name: 'resume', summary: 'Resume a paused resource', load: async () => (await import('./resume.ts')).resume },
  { name: 'status', summary: 'Show the status of the rollout', load: async () => (await import('./status.ts')).status },
  { name: 'undo', summary: 'Undo a previous rollout', load: async () => (await import('./undo.ts')).undo },
]
