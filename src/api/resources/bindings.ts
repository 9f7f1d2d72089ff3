import { sameJson } from '../../util/same-json.ts'
import { ageColumn, type Column, column, nameColumn, wideColumn } from '../columns.ts'
import { annotationLines, labelLines } from '../describe/labels.ts'
import { indent } from '../describe/lines.ts'
import { type FieldError, invalid, notSupported, required } from '../field-error.ts'
import type { RoleRef, Subject } from '../generated/types.ts'
import type { KubeObject } from '../meta.ts'

interface Bound extends KubeObject {
  readonly roleRef: RoleRef
  readonly subjects?: readonly Subject[] | undefined
}

const named =
  (kind: string) =>
  ({ subjects = [] }: Bound): string =>
    subjects
      .filter(subject => subject.kind === kind)
      .map(({ namespace, name }) => (kind === 'ServiceAccount' ? `${namespace ?? ''}/${name}` : name))
      .join(', ')

/** The columns of bindings of both kinds. */
export const bindingColumns: readonly Column<Bound>[] = [
  nameColumn,
  column('Role', ({ roleRef }) => `${roleRef.kind}/${roleRef.name}`),
  ageColumn,
  wideColumn('Users', named('User')),
  wideColumn('Groups', named('Group')),
  wideColumn('ServiceAccounts', named('ServiceAccount')),
]

const rbac = 'rbac.authorization.k8s.io'

/** Subjects and roles are of one group if they do not say so, accounts of the core group. */
export const bindingDefaults = <T extends Bound>(object: T): T => ({
  ...object,
  roleRef: { ...object.roleRef, apiGroup: object.roleRef?.apiGroup || rbac },
  ...(object.subjects
    ? {
        subjects: object.subjects.map(subject =>
          subject.kind === 'ServiceAccount' ? subject : { ...subject, apiGroup: subject.apiGroup || rbac },
        ),
      }
    : {}),
})

const kinds = ['ServiceAccount', 'User', 'Group']

export const validateBinding = ({ roleRef, subjects = [], metadata }: Bound): readonly FieldError[] => {
  const roles = metadata.namespace ? ['Role', 'ClusterRole'] : ['ClusterRole']
  return [
    ...(roles.includes(roleRef.kind) ? [] : [notSupported('roleRef.kind', roleRef.kind ?? '', roles)]),
    ...(roleRef.name ? [] : [required('roleRef.name')]),
    ...subjects.flatMap(({ kind, name, namespace }, index) => [
      ...(name ? [] : [required(`subjects[${index}].name`)]),
      ...(kinds.includes(kind) ? [] : [notSupported(`subjects[${index}].kind`, kind ?? '', kinds)]),
      ...(kind === 'ServiceAccount' && !namespace && !metadata.namespace
        ? [required(`subjects[${index}].namespace`)]
        : []),
    ]),
  ]
}

export const validateBindingUpdate = (object: Bound, old: Bound): readonly FieldError[] => [
  ...validateBinding(object),
  ...(sameJson(object.roleRef, old.roleRef) ? [] : [invalid('roleRef', object.roleRef, 'cannot change roleRef')]),
]

/** The text of `kubectl describe` for bindings of both kinds. */
export const describeBinding = ({ metadata, roleRef, subjects = [] }: Bound): readonly string[] => [
  `Name:\t${metadata.name}`,
  ...labelLines('Labels', metadata.labels),
  ...annotationLines(metadata.annotations),
  'Role:',
  ...indent([`Kind:\t${roleRef.kind}`, `Name:\t${roleRef.name}`]),
  'Subjects:',
  ...indent([
    'Kind\tName\tNamespace',
    '----\t----\t---------',
    ...subjects.map(({ kind, name, namespace = '' }) => `${kind}\t${name}\t${namespace}`),
  ]),
]
