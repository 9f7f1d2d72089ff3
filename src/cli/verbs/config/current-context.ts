import { defineVerb, Failure } from '../../verb.ts'
import { startingConfig } from './starting-config.ts'

export const currentContext = defineVerb({
  usage: '[flags]',
  examples: '# Which context counts\nkubectl config current-context',
  complete: () => undefined,

  async run(_, context) {
    const { config } = await startingConfig(context)
    if (!config['current-context']) throw new Failure('current-context is not set')
    context.io.out.write(`${config['current-context']}\n`)
  },
})
