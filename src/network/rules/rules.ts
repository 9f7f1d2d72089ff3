import type { Node, Service } from '../../api/generated/types.ts'
import type { ClusterView } from '../../api/view.ts'
import { networkIndex, nodeAddresses } from '../network-index.ts'
import { servicePortsOf } from '../service-port.ts'
import { iptablesRules } from './iptables.ts'
import { ipvsHeading, ipvsServers } from './ipvs.ts'
import { nftablesRules } from './nftables.ts'
import { type Plan, planOf } from './plan.ts'

export const modes = ['iptables', 'nftables', 'ipvs'] as const
export type Mode = (typeof modes)[number]

export interface RulesOptions {
  readonly view: ClusterView
  readonly service: Service
  readonly node: Node
  readonly podRange: string
  readonly mode: Mode
}

/** What kube-proxy programs on a node for a Service, as the kernel's tools print it; empty if that is nothing. */
export const rulesText = ({ mode, ...options }: RulesOptions): string => {
  const plans = plansOf(options)
  return plans.length === 0 ? '' : writers[mode](plans)
}

const plansOf = ({ view, service, node, podRange }: Omit<RulesOptions, 'mode'>): readonly Plan[] => {
  const index = networkIndex(view)
  const [address = ''] = nodeAddresses(node)
  return servicePortsOf(service).map(servicePort => {
    const found = { via: 'clusterIP', servicePort, service } as const
    const ruleNode = { name: node.metadata.name, address, podRange }
    return planOf(servicePort, index.categories(found, node), { endpoints: index.endpoints(found), node: ruleNode })
  })
}

const iptablesText = (plans: readonly Plan[]): string =>
  families(plans, own => {
    const tables = own.map(iptablesRules)
    const nat = tables.flatMap(({ nat }) => nat.rules)
    const chains = [...new Set(tables.flatMap(({ nat }) => nat.chains))].toSorted().map(chain => `:${chain} - [0:0]`)
    const filter = tables.flatMap(({ filter }) => filter.rules)
    return [
      ...(nat.length ? ['*nat', ...chains, ...sortedRules(nat), 'COMMIT'] : []),
      ...(filter.length ? ['*filter', ...sortedRules(filter), 'COMMIT'] : []),
    ]
  })

/** Rules chain by chain, chains by name as iptables-save has them, within a chain as they were added. */
const sortedRules = (rules: readonly string[]): readonly string[] => {
  const chainOf = (rule: string): string => rule.split(' ')[1] ?? ''
  const chains = [...new Set(rules.map(chainOf))].toSorted()
  return chains.flatMap(chain => rules.filter(rule => chainOf(rule) === chain))
}

const nftablesText = (plans: readonly Plan[]): string =>
  families(plans, own => {
    const additions = own.map(nftablesRules)
    const names = [...new Set(additions.flatMap(({ elements }) => Object.keys(elements)))]
    const common = names.flatMap(name => {
      const elements = [...new Set(additions.flatMap(({ elements }) => elements[name] ?? []))]
      return elements.length ? [block(`${sets.has(name) ? 'set' : 'map'} ${name}`, elementLines(elements))] : []
    })
    const family = own[0]?.servicePort.family === 6 ? 'ip6' : 'ip'
    const blocks = [
      ...additions.flatMap(({ sets }) => sets.map(({ name, lines }) => block(`set ${name}`, lines))),
      ...common,
      ...additions.flatMap(({ chains }) => chains.map(({ name, lines }) => block(`chain ${name}`, lines))),
    ]
    return [`table ${family} kube-proxy {`, blocks.map(lines => lines.join('\n')).join('\n\n'), '}']
  })

const sets = new Set(['hairpin-connections', 'cluster-ips'])

const block = (head: string, lines: readonly string[]): readonly string[] => [
  `\t${head} {`,
  ...lines.map(line => `\t\t${line}`),
  '\t}',
]

const elementLines = (elements: readonly string[]): readonly string[] =>
  `elements = { ${elements.join(',\n\t     ')} }`.split('\n')

const ipvsText = (plans: readonly Plan[]): string =>
  families(plans, own => [...ipvsHeading, ...own.flatMap(ipvsServers)])

const writers: Readonly<Record<Mode, (plans: readonly Plan[]) => string>> = {
  iptables: iptablesText,
  nftables: nftablesText,
  ipvs: ipvsText,
}

/** Each address family has tables of its own. */
const families = (plans: readonly Plan[], write: (own: readonly Plan[]) => readonly string[]): string =>
  ([4, 6] as const)
    .map(family => plans.filter(({ servicePort }) => servicePort.family === family))
    .filter(own => own.length > 0)
    .map(own => `${write(own).join('\n')}\n`)
    .join('')
