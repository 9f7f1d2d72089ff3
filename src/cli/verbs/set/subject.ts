import type { KubeObject } from '../../../api/meta.ts'
import { by } from '../../../util/compare.ts'
import { sameJson } from '../../../util/same-json.ts'
import { dryRunOf } from '../../dry-run.ts'
import { Failure } from '../../errors.ts'
import { checkFormat } from '../../output/printing.ts'
import { declareSubjects, type SubjectFlags, subjectsOf } from '../../rbac/subjects.ts'
import { changeEach } from '../../set/change-each.ts'
import { checkAll, checkLocal, declareSet, type SetFlags, setSelection } from '../../set/flags.ts'
import { defineVerb, type Invocation } from '../../verb.ts'

type AllFlags = SetFlags & SubjectFlags

export const subject = defineVerb({
  usage:
    '(-f FILENAME | TYPE NAME) [--user=username] [--group=groupname] [--serviceaccount=namespace:serviceaccountname] [--dry-run=server|client|none]',
  description: 'Add users, groups and service accounts to a role binding or cluster role binding.',
  examples: `# One more service account
kubectl set subject rolebinding readers --serviceaccount=default:robot

# Users and a group
kubectl set subject clusterrolebinding admins --user=user1 --user=user2 --group=group1`,
  declare(command) {
    declareSubjects(command)
    declareSet(command, { record: false })
  },
  complete(args, flags: AllFlags, invocation) {
    const dryRun = dryRunOf(flags)
    checkFormat(flags)
    return { flags, dryRun, selection: setSelection(args, flags, invocation) }
  },
  run({ flags, dryRun, selection }, context) {
    let subjects: readonly object[] = []
    const check = (): void => {
      checkLocal(flags, dryRun)
      checkAll(flags)
      subjects = newSubjects(flags, context)
    }
    return changeEach(
      {
        selection,
        flags,
        dryRun,
        did: 'subjects updated',
        failure: 'failed to patch subjects to rolebinding: ',
        check,
        change: object => withSubjects(object, subjects),
      },
      context,
    )
  },
})

// A service account without a namespace is one of the namespace in use.
const newSubjects = ({ user, group, serviceaccount }: AllFlags, { namespace }: Invocation): readonly object[] => {
  if (user.length + group.length + serviceaccount.length === 0) {
    throw new Failure('you must specify at least one value of user, group or serviceaccount')
  }
  const unique = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted(by(name => name))
  const accounts = unique(serviceaccount).map(text => (text.startsWith(':') ? namespace + text : text))
  return subjectsOf({ user: unique(user), group: unique(group), serviceaccount: accounts })
}

const withSubjects = (object: KubeObject, subjects: readonly object[]): KubeObject => {
  if (!('roleRef' in object)) {
    throw new Error('setting subjects is only supported for RoleBinding/ClusterRoleBinding')
  }
  const old: readonly unknown[] = 'subjects' in object && Array.isArray(object.subjects) ? object.subjects : []
  const added = subjects.filter(subject => !old.some(other => sameJson(other, subject)))
  return { ...object, subjects: [...old, ...added] } as KubeObject
}
