import type { PolicyRule } from '../../../api/generated/types.ts'
import { resourceOfKind } from '../../../api/lookup.ts'
import type { KubeObject } from '../../../api/meta.ts'
import { createColumnWriter } from '../../../printers/table.ts'
import { by } from '../../../util/compare.ts'
import type { Context } from '../../verb.ts'
import { ask } from './ask.ts'

interface Answer extends KubeObject {
  readonly status: { readonly resourceRules: readonly PolicyRule[]; readonly nonResourceRules: readonly PolicyRule[] }
}

/** Prints all that is allowed in the namespace: a line for each resource and each path. */
export const printRules = async ({ noHeaders }: { readonly noHeaders: boolean }, context: Context): Promise<void> => {
  const spec = { namespace: context.namespace }
  const { status } = await ask<Answer>(resourceOfKind('SelfSubjectRulesReview'), { spec }, context)
  const rules = [...merged(status.resourceRules.flatMap(oneByOne)), ...status.nonResourceRules.flatMap(pathByPath)]
  const writer = createColumnWriter()
  if (!noHeaders) writer.write('Resources\tNon-Resource URLs\tResource Names\tVerbs\n')
  for (const rule of rules.toSorted(by(sortKey))) writer.write(`${cellsOf(rule).join('\t')}\n`)
  context.io.out.write(writer.flush())
}

interface Line {
  readonly verbs: readonly string[]
  readonly group: string | undefined
  readonly resource: string
  readonly names: readonly string[]
  readonly paths: readonly string[]
}

const oneByOne = ({ verbs, apiGroups = [], resources = [], resourceNames = [] }: PolicyRule): readonly Line[] => {
  const names = resourceNames.length > 0 ? resourceNames.map(name => [name]) : [[]]
  return apiGroups.flatMap(group =>
    resources.flatMap(resource => names.map(name => ({ verbs, group, resource, names: name, paths: [] }))),
  )
}

const pathByPath = ({ verbs, nonResourceURLs = [] }: PolicyRule): readonly Line[] =>
  nonResourceURLs.flatMap(path =>
    verbs.map(verb => ({ verbs: [verb], group: undefined, resource: '', names: [], paths: [path] })),
  )

/** Several rules of one resource are one line, with all of their verbs. */
const merged = (lines: readonly Line[]): readonly Line[] => {
  const byKey = new Map<string, Line>()
  for (const line of lines) {
    const key = `${line.group}/${line.resource} ${line.names}`
    const verbs = new Set([...(byKey.get(key)?.verbs ?? []), ...line.verbs])
    byKey.set(key, { ...line, verbs: [...verbs] })
  }
  return [...byKey.values()]
}

const list = (words: readonly string[]): string => `[${words.join(' ')}]`

const cellsOf = ({ verbs, group, resource, names, paths }: Line): readonly string[] => {
  const [plural, ...part] = resource.split('/')
  const name = [group ? `${plural}.${group}` : plural, ...part].join('/')
  return [name, list(paths), list(names), list(verbs)]
}

// kubectl sorts by what Go prints of a rule: its verbs, groups, resources, names, paths.
const sortKey = ({ verbs, group, resource, names, paths }: Line): string => {
  const groups = group === undefined ? [] : [group]
  return [verbs, groups, resource ? [resource] : [], names, paths].map(list).join(',')
}
