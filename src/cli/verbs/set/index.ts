import type { VerbEntry } from '../../verb.ts'

/** The verbs of `kubectl set`. */
export const setVerbs: readonly VerbEntry[] = [
  {
    name: 'env',
    summary: 'Update environment variables on a pod template',
    load: async () => (await import('./env.ts')).env,
  },
  {
    name: 'image',
    summary: 'Update the image of a pod template',
    load: async () => (await import('./image.ts')).image,
  },
  {
    name: 'resources',
    summary: 'Update resource requests/limits on objects with pod templates',
    load: async () => (await import('./resources.ts')).resources,
  },
  {
    name: 'selector',
    summary: 'Set the selector on a resource',
    load: async () => (await import('./selector.ts')).selector,
  },
  {
    name: 'serviceaccount',
    aliases: ['sa'],
    summary: 'Update the service account of a resource',
    load: async () => (await import('./service-account.ts')).serviceAccount,
  },
  {
    name: 'subject',
    summary: 'Update the user, group, or service account in a role binding or cluster role binding',
    load: async () => (await import('./subject.ts')).subject,
  },
]
