import { by } from '../../util/compare.ts'
import { annotationLines, labelLines } from '../describe/labels.ts'
import { indent } from '../describe/lines.ts'
import { type FieldError, required } from '../field-error.ts'
import type { PolicyRule } from '../generated/types.ts'
import type { KubeObject } from '../meta.ts'

interface WithRules extends KubeObject {
  readonly rules?: readonly PolicyRule[] | undefined
}

/** The text of `kubectl describe` for roles of both kinds: one line for each resource or path. */
export const describeRules = ({ metadata, rules = [] }: WithRules): readonly string[] => [
  `Name:\t${metadata.name}`,
  ...labelLines('Labels', metadata.labels),
  ...annotationLines(metadata.annotations),
  'PolicyRule:',
  ...indent([
    'Resources\tNon-Resource URLs\tResource Names\tVerbs',
    '---------\t-----------------\t--------------\t-----',
    ...compact(rules)
      .toSorted(by(sortKey))
      .map(rule => `${resourceText(rule)}\t${list(rule.urls)}\t${list(rule.names)}\t${list(rule.verbs)}`),
  ]),
]

interface Single {
  readonly group: readonly string[]
  readonly resource: readonly string[]
  readonly names: readonly string[]
  readonly urls: readonly string[]
  readonly verbs: readonly string[]
}

/** Every rule taken apart, and what is about the same put together again. */
const compact = (rules: readonly PolicyRule[]): readonly Single[] => {
  const known = new Map<string, Single>()
  for (const single of rules.flatMap(takeApart)) {
    const key = JSON.stringify({ ...single, verbs: [] })
    const verbs = known.get(key)?.verbs ?? []
    known.set(key, { ...single, verbs: [...new Set([...verbs, ...single.verbs])] })
  }
  return [...known.values()]
}

const takeApart = ({ apiGroups, resources, resourceNames, nonResourceURLs, verbs }: PolicyRule): readonly Single[] => {
  const names = resourceNames?.length ? resourceNames.map(name => [name]) : [[]]
  const about = (apiGroups ?? []).flatMap(group =>
    (resources ?? []).flatMap(resource =>
      names.map(name => ({ group: [group], resource: [resource], names: name, urls: [] })),
    ),
  )
  const paths = (nonResourceURLs ?? []).map(url => ({ group: [], resource: [], names: [], urls: [url] }))
  return [...about, ...paths].map(single => ({ ...single, verbs }))
}

const list = (words: readonly string[]): string => `[${words.join(' ')}]`

// The server's library orders rules by how it prints them.
const sortKey = ({ verbs, group, resource, names, urls }: Single): string =>
  `&PolicyRule{Verbs:${list(verbs)},APIGroups:${list(group)},Resources:${list(resource)},ResourceNames:${list(names)},NonResourceURLs:${list(urls)},}`

/** `deployments.apps/scale` */
const resourceText = ({ group: [group = ''], resource: [resource = ''] }: Single): string => {
  const [name = '', ...rest] = resource.split('/')
  return [group ? `${name}.${group}` : name, ...(rest.length > 0 ? [rest.join('/')] : [])].join('/')
}

export const validateRules = ({ rules = [], metadata }: WithRules): readonly FieldError[] =>
  rules.flatMap(({ verbs, apiGroups, resources, nonResourceURLs }, index) => {
    const at = `rules[${index}]`
    const paths = nonResourceURLs?.length && !metadata.namespace
    return [
      ...(verbs?.length ? [] : [required(`${at}.verbs`, 'verbs must contain at least one value')]),
      ...(paths || apiGroups?.length
        ? []
        : [required(`${at}.apiGroups`, 'resource rules must supply at least one api group')]),
      ...(paths || resources?.length
        ? []
        : [required(`${at}.resources`, 'resource rules must supply at least one resource')]),
    ]
  })
