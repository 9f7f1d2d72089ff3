import type { Command } from 'commander'
import { by } from '../../util/compare.ts'
import { Failure } from '../errors.ts'
import { list, repeated } from '../flags.ts'
import { findResource } from '../selection/resource-types.ts'

/** What a role allows. */
export interface RuleFlags {
  readonly verb: readonly string[]
  readonly resource: readonly string[]
  readonly resourceName: readonly string[]
}

interface RuleResource {
  readonly group: string
  readonly resource: string
}

const verbs = 'get delete list create update patch watch proxy deletecollection use bind escalate impersonate'
const standardVerbs: readonly string[] = ['*', ...verbs.split(' ')]

// Verbs that make sense for these only, and allow resources that the API does not serve.
const roles = ['roles.rbac.authorization.k8s.io', 'clusterroles.rbac.authorization.k8s.io']
const specialVerbs: Readonly<Record<string, readonly string[]>> = {
  use: ['podsecuritypolicies.policy', 'podsecuritypolicies.extensions'],
  bind: roles,
  escalate: roles,
  impersonate: ['users', 'serviceaccounts', 'groups', 'userextras.authentication.k8s.io'],
}

/** Adds `--verb`, `--resource` and `--resource-name`. */
export const declareRules = (command: Command): Command =>
  command
    .option('--verb <verbs>', 'What may be done: get, list … or *.', list, [])
    .option('--resource <types>', 'With what: pods, deployments.apps, pods/log …', list, [])
    .option('--resource-name <name>', 'With which objects only; may be repeated.', repeated, [])

/** The verbs, each once; `*` is all of them. */
export const ruleVerbs = ({ verb }: RuleFlags): readonly string[] => (verb.includes('*') ? ['*'] : [...new Set(verb)])

/** The rules: one for each group. */
export const policyRules = (flags: RuleFlags): readonly object[] => {
  const { resourceName } = flags
  const resources = ruleResources(flags).map(parseResource)
  const groups = [...new Set(resources.map(({ group }) => group))].toSorted(by(group => group))
  return groups.map(group => ({
    verbs: ruleVerbs(flags),
    apiGroups: [group],
    resources: [...new Set(resources.filter(each => each.group === group).map(({ resource }) => resource))],
    ...(resourceName.length > 0 ? { resourceNames: [...new Set(resourceName)] } : {}),
  }))
}

/** Refuses no resources at all, resources that the API does not serve and verbs that they do not have. */
export const checkRules = (flags: RuleFlags, warn: (text: string) => void): void => {
  const wanted = ruleVerbs(flags)
  for (const verb of wanted.filter(each => !standardVerbs.includes(each)))
    warn(`'${verb}' is not a standard resource verb`)
  if (flags.resource.length === 0) throw new Error('at least one resource must be specified')
  for (const word of ruleResources(flags)) {
    const [name = ''] = (word.split('/')[0] ?? '').split('.')
    if (name === '') throw new Error('resource must be specified if apiGroup/subresource specified')
    if (name === '*') return
    checkResource(word, wanted)
  }
}

const checkResource = (word: string, wanted: readonly string[]): void => {
  const [type = ''] = word.split('/')
  const { group, resource } = parseResource(type)
  const special = wanted.filter(verb => Object.hasOwn(specialVerbs, verb))
  for (const verb of special) {
    if (specialVerbs[verb]?.includes(group ? `${resource}.${group}` : resource)) continue
    throw new Error(`can not perform '${verb}' on '${resource}' in group '${group}'`)
  }
  if (special.length > 0 || findResource(type)) return
  throw new Failure(`the server doesn't have a resource type "${resource}"${group && ` in group "${group}"`}`, {
    plain: true,
  })
}

// A lone `*` is everything, whatever else is named.
const ruleResources = ({ resource }: RuleFlags): readonly string[] => (resource.includes('*') ? ['*'] : resource)

const parseResource = (word: string): RuleResource => {
  const [type = '', ...part] = word.split('/')
  const [name = '', ...groups] = type.split('.')
  const found = name === '*' ? undefined : findResource(type)
  const group = found?.group ?? groups.join('.')
  return { group, resource: [found?.plural ?? name, ...part].join('/').replace(/\/$/, '') }
}
