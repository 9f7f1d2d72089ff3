import type { VerbEntry } from '../../verb.ts'

/** What `auth` can do, in the order of help. */
export const authVerbs: readonly VerbEntry[] = [
  {
    name: 'can-i',
    summary: 'Check whether an action is allowed',
    load: async () => (await import('./can-i.ts')).canI,
  },
  {
    name: 'reconcile',
    summary: 'Reconciles rules for RBAC role, role binding, cluster role, and cluster role binding objects',
    load: async () => (await import('./reconcile.ts')).reconcile,
  },
  {
    name: 'whoami',
    summary: 'Experimental: Check self subject attributes',
    load: async () => (await import('./whoami.ts')).whoami,
  },
]
