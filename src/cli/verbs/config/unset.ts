import { defineVerb, Failure } from '../../verb.ts'
import { withProperty } from './change-property.ts'
import { parseProperty } from './property.ts'
import { startingConfig } from './starting-config.ts'
import { checkCount } from './unexpected-args.ts'

export const unset = defineVerb({
  usage: 'PROPERTY_NAME',
  description: 'Takes one value out of the kubeconfig, or a whole entry. Paths are written as for `config set`.',
  examples: `# No context is the current one
kubectl config unset current-context

# No namespace of its own for a context
kubectl config unset contexts.kubesim-my-cluster.namespace`,
  complete: args => args,

  async run(args, context) {
    checkCount(args, 1, context)
    const [path = ''] = args
    if (path === '') throw new Failure('you must specify a property')
    const { config, write } = await startingConfig(context)
    const property = parseProperty(path)
    if (property.list !== undefined && property.name !== undefined && property.field !== undefined) {
      const { list, name } = property
      if (!config[list].some(entry => entry.name === name)) {
        throw new Failure(`current map key \`${name}\` is invalid`)
      }
    }
    await write(withProperty(config, property, undefined))
    context.io.out.write(`Property "${path}" unset.\n`)
  },
})
