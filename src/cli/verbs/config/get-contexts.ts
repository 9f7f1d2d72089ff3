import type { NamedContext } from '../../../api/kubeconfig.ts'
import { createColumnWriter } from '../../../printers/table.ts'
import { by } from '../../../util/compare.ts'
import { throwAll } from '../../errors.ts'
import { defineVerb, Failure } from '../../verb.ts'
import { startingConfig } from './starting-config.ts'

interface GetContextsFlags {
  readonly output: string
  readonly noHeaders: boolean
}

export const getContexts = defineVerb({
  usage: '[(-o|--output=)name)]',
  description: 'Shows all contexts of the kubeconfig, or those of the given names; the current one has a star.',
  examples: `# All contexts
kubectl config get-contexts

# One of them, without the heading
kubectl config get-contexts kubesim-my-cluster --no-headers`,

  declare(command) {
    command.option('-o, --output <format>', 'name prints nothing but names.', '')
    command.option('--no-headers', 'Leave the heading out.', false)
  },

  complete(names, { output, noHeaders }: GetContextsFlags) {
    if (output === '' || output === 'name') return { names, namesOnly: output === 'name', noHeaders }
    throw new Failure(
      `--output ${output} is not available in kubectl config get-contexts; resetting to default output format`,
    )
  },

  async run({ names, namesOnly, noHeaders }, context) {
    const { config } = await startingConfig(context)
    const known = (name: string): boolean => config.contexts.some(entry => entry.name === name)
    const shown = config.contexts
      .filter(({ name }) => names.length === 0 || names.includes(name))
      .toSorted(by(({ name }) => name))
    const rows = shown.map(entry => (namesOnly ? [entry.name] : rowOf(entry, config['current-context'])))
    const writer = createColumnWriter()
    for (const row of noHeaders || namesOnly ? rows : [header, ...rows]) writer.write(`${row.join('\t')}\n`)
    context.io.out.write(writer.flush(), 'table')
    throwAll(names.filter(name => !known(name)).map(name => new Failure(`context ${name} not found`)))
  },
})

const header = ['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE']

const rowOf = ({ name, context }: NamedContext, current: string): readonly string[] => [
  name === current ? '*' : ' ',
  name,
  context.cluster,
  context.user,
  context.namespace ?? '',
]
