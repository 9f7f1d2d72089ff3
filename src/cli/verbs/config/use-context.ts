import { defineVerb, Failure } from '../../verb.ts'
import { startingConfig } from './starting-config.ts'
import { checkCount } from './unexpected-args.ts'

export const useContext = defineVerb({
  usage: 'CONTEXT_NAME',
  examples: '# Work with another cluster from here on\nkubectl config use-context kubesim-my-cluster',
  complete: args => args,

  async run(args, context) {
    checkCount(args, 1, context)
    const [name = ''] = args
    const { config, write } = await startingConfig(context)
    if (!name) throw new Failure('empty context names are not allowed')
    if (!config.contexts.some(entry => entry.name === name)) {
      throw new Failure(`no context exists with the name: "${name}"`)
    }
    await write({ ...config, 'current-context': name })
    context.io.out.write(`Switched to context "${name}".\n`)
  },
})
