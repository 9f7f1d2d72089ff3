import type { VerbEntry } from '../../verb.ts'

export const certificateVerbs: readonly VerbEntry[] = [
  {
    name: 'approve',
    summary: 'Approve a certificate signing request',
    load: async () =>
      (await import('./decide.ts')).decisionVerb({ type: 'Approved', opposite: 'Denied', verb: 'approve' }),
  },
  {
    name: 'deny',
    summary: 'Deny a certificate signing request',
    load: async () =>
      (await import('./decide.ts')).decisionVerb({ type: 'Denied', opposite: 'Approved', verb: 'deny' }),
  },
]
