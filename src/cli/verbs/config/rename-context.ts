import { defineVerb, Failure } from '../../verb.ts'
import { startingConfig } from './starting-config.ts'
import { checkCount } from './unexpected-args.ts'

export const renameContext = defineVerb({
  usage: 'CONTEXT_NAME NEW_NAME',
  description: 'Gives a context another name. If it is the current one it stays that.',
  examples: '# A shorter name\nkubectl config rename-context kubesim-my-cluster home',
  complete: args => args,

  async run(args, context) {
    checkCount(args, 2, context)
    const [name = '', newName = ''] = args
    if (!newName) throw new Failure('You must specify a new non-empty context name')
    const { config, path, write } = await startingConfig(context)
    const exists = (wanted: string): boolean => config.contexts.some(entry => entry.name === wanted)
    const cannot = `cannot rename the context "${name}",`
    if (!exists(name)) throw new Failure(`${cannot} it's not in ${path}`)
    if (exists(newName)) throw new Failure(`${cannot} the context "${newName}" already exists in ${path}`)
    const current = config['current-context']
    await write({
      ...config,
      contexts: config.contexts.map(entry => (entry.name === name ? { ...entry, name: newName } : entry)),
      'current-context': current === name ? newName : current,
    })
    context.io.out.write(`Context "${name}" renamed to "${newName}".\n`)
  },
})
