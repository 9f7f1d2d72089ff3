import type { Resource } from './resource.ts'

const all = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch']

/** What may be done with a kind, in the order of discovery. */
export const verbsOf = ({ verbs = all }: Resource): readonly string[] => verbs
