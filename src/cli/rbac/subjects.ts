import type { Command } from 'commander'
import { repeated } from '../flags.ts'

/** Whom a binding is for. */
export interface SubjectFlags {
  readonly user: readonly string[]
  readonly group: readonly string[]
  readonly serviceaccount: readonly string[]
}

const apiGroup = 'rbac.authorization.k8s.io'

/** Adds `--user`, `--group` and `--serviceaccount`. */
export const declareSubjects = (command: Command): Command =>
  command
    .option('--user <name>', 'A user; may be repeated.', repeated, [])
    .option('--group <name>', 'A group; may be repeated.', repeated, [])
    .option('--serviceaccount <account>', 'A service account, NAMESPACE:NAME; may be repeated.', repeated, [])

/** The subjects of a binding. Throws where a service account has no namespace. */
export const subjectsOf = ({ user, group, serviceaccount }: SubjectFlags): readonly object[] => [
  ...user.map(name => ({ kind: 'User', apiGroup, name })),
  ...group.map(name => ({ kind: 'Group', apiGroup, name })),
  ...serviceaccount.map(serviceAccountSubject),
]

const serviceAccountSubject = (text: string): object => {
  const [namespace, name, ...more] = text.split(':')
  if (!namespace || !name || more.length > 0) throw new Error('serviceaccount must be <namespace>:<name>')
  return { kind: 'ServiceAccount', name, namespace }
}

export const roleRef = (kind: 'Role' | 'ClusterRole', name: string): object => ({ apiGroup, kind, name })
