import { defineVerb, Failure } from '../../verb.ts'
import { compact, withEntry } from './entries.ts'
import { startingConfig } from './starting-config.ts'
import { checkCount } from './unexpected-args.ts'

interface SetContextFlags {
  readonly current: boolean
  readonly cluster: string
  readonly user: string
  readonly namespace: string
}

export const setContext = defineVerb({
  usage: '[NAME | --current] [--cluster=cluster_nickname] [--user=user_nickname] [--namespace=namespace]',
  description: 'Makes a context, or changes those parts of it that flags name.',
  examples: `# The namespace of what comes
kubectl config set-context --current --namespace=default

# A second context of the same cluster
kubectl config set-context system --cluster=kubesim-my-cluster --user=kubesim-my-cluster --namespace=kube-system`,

  declare(command) {
    command.option('--current', 'Change the current context.', false)
    command.option('--cluster <name>', 'The cluster of the context.', '')
    command.option('--user <name>', 'The user of the context.', '')
    command.option('-n, --namespace <name>', 'The namespace of the context.', '')
  },

  complete(args, { current, ...fields }: SetContextFlags, { given }) {
    const changes = Object.fromEntries(Object.entries(fields).filter(([name]) => isPart(name) && given(name)))
    return { args, current, changes }
  },

  async run({ args, current, changes }, context) {
    if (args.length > 1) checkCount(args, 1, context)
    const [given = ''] = args
    if (!given && !current) throw new Failure('you must specify a non-empty context name or --current')
    if (given && current) throw new Failure('you cannot specify both a context name and --current')
    const { config, write } = await startingConfig(context)
    if (current && !config['current-context']) throw new Failure('no current context is set')
    const name = current ? config['current-context'] : given
    const exists = config.contexts.some(entry => entry.name === name)
    await write({
      ...config,
      contexts: withEntry(config.contexts, name, old => {
        const { cluster, user, namespace } = { cluster: '', user: '', ...old?.context, ...changes }
        return { name, context: { cluster, user, ...compact({ namespace }) } }
      }),
    })
    context.io.out.write(`Context "${name}" ${exists ? 'modified' : 'created'}.\n`)
  },
})

const isPart = (name: string): boolean => ['cluster', 'user', 'namespace'].includes(name)
