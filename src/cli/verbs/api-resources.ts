import { formatApiVersion } from '../../api/meta.ts'
import { type Resource, resourceName } from '../../api/resource.ts'
import { resources } from '../../api/resources/index.ts'
import { verbsOf } from '../../api/verbs.ts'
import { formatTable } from '../../printers/table.ts'
import { by } from '../../util/compare.ts'
import { list } from '../flags.ts'
import { noArguments } from '../no-arguments.ts'
import { preferredResources, toApiResource } from '../selection/discovery.ts'
import { type Context, defineVerb, Failure } from '../verb.ts'

interface ApiResourcesFlags {
  readonly apiGroup: string
  readonly cached: boolean
  readonly categories: readonly string[]
  readonly namespaced: boolean
  readonly noHeaders: boolean
  readonly output: string
  readonly sortBy: string
  readonly verbs: readonly string[]
}

const outputs = ['json', 'kyaml', 'name', 'wide', 'yaml']

export const apiResources = defineVerb({
  usage: '[flags]',
  examples: `# What kinds there are
kubectl api-resources

# With what may be done with them
kubectl api-resources -o wide

# The kinds of one group that belong to no namespace
kubectl api-resources --api-group=networking.k8s.io --namespaced=false`,

  declare(command) {
    command
      .option('--api-group <group>', "Only the kinds of this group; '' is the core group.", '')
      .option('--cached', 'Accepted; nothing is cached.', false)
      .option('--categories <names>', 'Only the kinds of these categories.', list, [])
      .option('--namespaced', 'Only kinds that belong to a namespace, or with =false only the others.', true)
      .option('--no-headers', 'No line of column names.', false)
      .option('-o, --output <format>', `How to print: one of ${outputs.join(', ')}.`, '')
      .option('--show-managed-fields', 'Accepted; kinds have no managed fields.', false)
      .option('--sort-by <column>', 'Order by name or by kind.', '')
      .option('--verbs <verbs>', 'Only kinds with which all of this may be done.', list, [])
  },

  complete(args, flags: ApiResourcesFlags, { given }) {
    noArguments(args)
    if (!['', 'name', 'kind'].includes(flags.sortBy)) throw new Failure('--sort-by accepts only name or kind')
    if (flags.output && !outputs.includes(flags.output.toLowerCase())) throw new Failure(wrongOutput(flags.output))
    return {
      flags,
      group: given('api-group') ? flags.apiGroup : undefined,
      namespaced: given('namespaced') ? flags.namespaced : undefined,
    }
  },

  async run({ flags, group, namespaced }, context) {
    const shown = preferredResources(resources)
      .filter(resource => group === undefined || resource.group === group)
      .filter(resource => namespaced === undefined || resource.namespaced === namespaced)
      .filter(resource => flags.verbs.every(verb => verbsOf(resource).includes(verb)))
      .filter(resource => flags.categories.every(category => resource.categories.includes(category)))
      .toSorted(orders[flags.sortBy] ?? byGroup)
    await print(shown, flags, context)
  },
})

const wrongOutput = (output: string): string =>
  `unable to match a printer suitable for the output format "${output}", allowed formats are: ${outputs.join(',')}`

const byGroup = (left: Resource, right: Resource): number =>
  by(({ group }: Resource) => group)(left, right) || by(({ plural }: Resource) => plural)(left, right)

const orders: Readonly<Record<string, (left: Resource, right: Resource) => number>> = {
  name: by(({ plural }) => plural),
  kind: by(({ kind }) => kind),
}

const print = async (shown: readonly Resource[], flags: ApiResourcesFlags, { io }: Context): Promise<void> => {
  const output = flags.output.toLowerCase()
  if (output === 'name') io.out.write(shown.map(resource => `${resourceName(resource)}\n`).join(''))
  else if (output === '' || output === 'wide')
    io.out.write(table(shown, { wide: output === 'wide', ...flags }), 'table')
  else await printList(shown, output, io.out)
}

const table = (
  shown: readonly Resource[],
  { wide, noHeaders }: { readonly wide: boolean; readonly noHeaders: boolean },
): string => {
  const header = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND', ...(wide ? ['VERBS', 'CATEGORIES'] : [])]
  const rows = shown.map(resource => [
    resource.plural,
    resource.shortNames.join(','),
    formatApiVersion(resource.group, resource.version),
    String(resource.namespaced),
    resource.kind,
    ...(wide ? [verbsOf(resource).join(','), resource.categories.join(',')] : []),
  ])
  return formatTable(noHeaders ? rows : [header, ...rows])
}

const printList = async (shown: readonly Resource[], output: string, out: Context['io']['out']): Promise<void> => {
  const { formats } = await import('../../printers/index.ts')
  const format = await formats.find(({ name }) => name === output)?.load()
  const print = await format?.compile('', { readFile: () => '', keepOrder: true })
  const list = {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: '',
    resources: shown.map(resource => toApiResource(resource)),
  }
  print?.(list, out.write)
}
