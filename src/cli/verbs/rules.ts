import { defineVerb, Failure, UsageError } from '../verb.ts'

interface RulesFlags {
  readonly mode: string
  readonly node: string
}

/** What kube-proxy would program on a node for a Service. */
export const rules = defineVerb<RulesFlags, { readonly service: string; readonly mode: string; readonly node: string }>(
  {
    usage: 'svc/NAME [--mode iptables|nftables|ipvs] [--node NAME]',
    description:
      'Print what kube-proxy would program on a node for a Service, as iptables-save, "nft list table" or ipvsadm show it.',
    examples: [
      '# The rules of Service web on the first worker',
      'kubesim rules svc/web',
      '',
      '# The same for nftables, on another node',
      'kubesim rules svc/web --mode nftables --node my-cluster-worker2',
    ].join('\n'),

    declare(command) {
      command.option('--mode <name>', 'What the rules are written in: iptables, nftables or ipvs.', 'iptables')
      command.option('--node <name>', 'The node whose rules are meant; the first worker if unset.', '')
    },

    complete(args, { mode, node }) {
      const words = args.length === 2 ? [`${args[0]}/${args[1]}`] : args
      const [, type, name] = /^(?:(svc|service|services)\/)?([^/]+)$/.exec(words[0] ?? '') ?? []
      if (words.length !== 1 || name === undefined) throw new UsageError('rules takes one Service: svc/NAME')
      return { service: type === undefined ? (words[0] ?? '') : name, mode, node }
    },

    async run({ service, mode, node }, { world, io, namespace, cluster: name }) {
      const { cluster, settings } = await world.openView(name)
      const { printRules } = await import('../../tools/print-rules.ts')
      const text = printRules({ cluster, settings, namespace, service, mode, node })
      if ('problem' in text) throw new Failure(text.problem)
      io.out.write(text.text)
    },
  },
)
