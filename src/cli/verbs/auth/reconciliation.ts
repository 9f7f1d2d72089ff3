import type { PolicyRule, RoleRef, Subject } from '../../../api/generated/types.ts'
import type { KubeObject } from '../../../api/meta.ts'
import { sameJson } from '../../../util/same-json.ts'

/** A role has rules, a binding a role and subjects. */
interface Grant extends KubeObject {
  readonly rules?: readonly PolicyRule[]
  readonly subjects?: readonly Subject[]
  readonly roleRef?: RoleRef
}

interface Choice {
  readonly removeExtraPermissions: boolean
  readonly removeExtraSubjects: boolean
}

export interface Reconciliation {
  readonly action: 'none' | 'create' | 'update' | 'recreate'
  readonly object: KubeObject
  readonly missingRules: readonly PolicyRule[]
  readonly extraRules: readonly PolicyRule[]
  readonly missingSubjects: readonly Subject[]
  readonly extraSubjects: readonly Subject[]
}

/** What has to be done so that the cluster's object holds what the wanted one does. */
export const planOf = (wanted: KubeObject, live: KubeObject | undefined, choice: Choice): Reconciliation => {
  const expected: Grant = wanted
  const found: Grant | undefined = live
  const { rules = [], subjects = [] } = expected
  const missingRules = rules.filter(rule => !isCovered(rule, found?.rules ?? []))
  const missingSubjects = subjects.filter(subject => !isAmong(subject, found?.subjects ?? []))
  const nothingExtra = { missingRules, missingSubjects, extraRules: [], extraSubjects: [] }
  if (!found) return { action: 'create', object: wanted, ...nothingExtra }
  if (!sameJson(expected.roleRef, found.roleRef)) return { action: 'recreate', object: wanted, ...nothingExtra }
  const extraRules = (found.rules ?? []).filter(rule => !isCovered(rule, rules))
  const extraSubjects = (found.subjects ?? []).filter(subject => !isAmong(subject, subjects))
  const dropsRules = choice.removeExtraPermissions && extraRules.length > 0
  const dropsSubjects = choice.removeExtraSubjects && extraSubjects.length > 0
  const changes = missingRules.length + missingSubjects.length > 0 || dropsRules || dropsSubjects
  const object: Grant = {
    ...found,
    ...(found.rules && { rules: dropsRules ? rules : [...found.rules, ...missingRules] }),
    ...(found.roleRef && { subjects: dropsSubjects ? subjects : [...(found.subjects ?? []), ...missingSubjects] }),
  }
  const action = changes ? 'update' : 'none'
  return { action, object, missingRules, missingSubjects, extraRules, extraSubjects }
}

const isAmong = (subject: Subject, subjects: readonly Subject[]): boolean =>
  subjects.some(other => textOfSubject(other) === textOfSubject(subject))

/** Whether all that a rule allows is allowed by one or another of these. */
const isCovered = (rule: PolicyRule, by: readonly PolicyRule[]): boolean =>
  simpleRules(rule).every(simple => by.flatMap(simpleRules).some(other => covers(other, simple)))

type Simple = readonly [verb: string, group: string, resource: string, name: string, path: string]

const simpleRules = (rule: PolicyRule): readonly Simple[] => {
  const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule
  const names = resourceNames.length > 0 ? resourceNames : ['']
  return verbs.flatMap((verb): Simple[] => [
    ...nonResourceURLs.map((path): Simple => [verb, '', '', '', path]),
    ...apiGroups.flatMap(group =>
      resources.flatMap(resource => names.map((name): Simple => [verb, group, resource, name, ''])),
    ),
  ])
}

// A rule without names is about all of them.
const covers = (owner: Simple, wanted: Simple): boolean =>
  owner.every((word, index) => word === wanted[index] || word === '*' || (index === 3 && word === ''))

/** What kubectl tells of it on stderr. */
export const reportOf = (plan: Reconciliation, choice: Choice): string => {
  if (plan.action === 'none') return ''
  const lines = [
    `\treconciliation required ${plan.action}`,
    ...part('missing subjects added', plan.missingSubjects.map(textOfSubject)),
    ...part('extra subjects removed', choice.removeExtraSubjects ? plan.extraSubjects.map(textOfSubject) : []),
    ...part('missing rules added', plan.missingRules.map(textOfRule)),
    ...part('extra rules removed', choice.removeExtraPermissions ? plan.extraRules.map(textOfRule) : []),
  ]
  return lines.map(line => `${line}\n`).join('')
}

const part = (title: string, texts: readonly string[]): readonly string[] =>
  texts.length > 0 ? [`\t${title}:`, ...texts.map(text => `\t\t${text}`)] : []

const textOfSubject = ({ kind, apiGroup, name, namespace = '' }: Subject): string =>
  `{Kind:${kind} APIGroup:${apiGroup ?? (kind === 'ServiceAccount' ? '' : 'rbac.authorization.k8s.io')} Name:${name} ` +
  `Namespace:${namespace}}`

const textOfRule = (rule: PolicyRule): string => {
  const { verbs, apiGroups = [], resources = [], resourceNames = [], nonResourceURLs = [] } = rule
  const list = (words: readonly string[]): string => `[${words.join(' ')}]`
  return (
    `{Verbs:${list(verbs)} APIGroups:${list(apiGroups)} Resources:${list(resources)} ` +
    `ResourceNames:${list(resourceNames)} NonResourceURLs:${list(nonResourceURLs)}}`
  )
}
