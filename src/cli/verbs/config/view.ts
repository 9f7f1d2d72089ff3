import type { Kubeconfig, NamedUser } from '../../../api/kubeconfig.ts'
import { declarePrinting, outputOf, type PrintFlags, printerOf } from '../../output/printing.ts'
import { type Context, defineVerb, Failure, UsageError } from '../../verb.ts'
import { toPrint } from '../../world/kubeconfig.ts'
import { startingConfig } from './starting-config.ts'

interface ViewFlags extends PrintFlags {
  readonly minify: boolean
  readonly flatten: boolean
  readonly raw: boolean
  readonly merge: boolean
}

export const view = defineVerb({
  usage: '[flags]',
  description: 'Prints the kubeconfig. Secrets are left out unless --raw or --flatten is given.',
  examples: `# All of it
kubectl config view

# What the current context needs of it
kubectl config view --minify

# One field
kubectl config view -o jsonpath='{.current-context}'`,

  declare(command) {
    declarePrinting(command, { fallback: 'yaml' })
    command.option('--minify', 'Only what the current context needs.', false)
    command.option('--flatten', 'One file that needs no others.', false)
    command.option('--raw', 'Show secrets and certificates, too.', false)
    command.option('--merge', 'Merge all kubeconfig files; there is one.', true)
  },

  complete(args, flags: ViewFlags, invocation) {
    if (args.length > 0) throw new UsageError(`unexpected arguments: [${args.join(' ')}]`, { hint: true })
    return {
      ...flags,
      output: outputOf(flags, invocation),
      unmerged: invocation.given('merge') && !flags.merge,
    }
  },

  async run({ unmerged, ...flags }, context) {
    if (unmerged && !context.globals.kubeconfig) throw new Failure('if merge==false a precise file must be specified')
    const print = await printerOf(flags, context, { keepOrder: true })
    const { config } = await startingConfig(context)
    const shown = flags.minify ? minified(config, context) : config
    print?.(toPrint(flags.raw || flags.flatten ? shown : redacted(shown)), context.io.out.write)
  },
})

/** What one context needs: itself, its cluster, its user. */
const minified = (config: Kubeconfig, { globals }: Context): Kubeconfig => {
  const current = globals.context || config['current-context']
  if (!current) throw new Failure('current-context must exist in order to minify')
  const found = config.contexts.find(({ name }) => name === current)
  if (!found) throw new Failure(`cannot locate context ${current}`)
  return {
    ...config,
    'current-context': current,
    contexts: [found],
    clusters: config.clusters.filter(({ name }) => name === found.context.cluster),
    users: config.users.filter(({ name }) => name === found.context.user),
  }
}

const redacted = (config: Kubeconfig): Kubeconfig => ({
  ...config,
  clusters: config.clusters.map(entry => ({ ...entry, cluster: hide(entry.cluster, certificates, 'DATA+OMITTED') })),
  users: config.users.map(entry => ({ ...entry, user: withoutSecrets(entry.user) })),
})

const certificates = ['certificate-authority-data', 'client-certificate-data', 'client-key-data']

const withoutSecrets = (user: NamedUser['user']): NamedUser['user'] =>
  hide(hide(user, ['token', 'password'], 'REDACTED'), certificates, 'DATA+OMITTED')

const hide = <T extends object>(fields: T, names: readonly string[], shown: string): T =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, names.includes(name) && value ? shown : value]),
  ) as T
