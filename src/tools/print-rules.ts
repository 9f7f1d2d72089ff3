import type { Node, Service } from '../api/generated/types.ts'
import type { ClusterSettings } from '../api/resource.ts'
import type { ClusterView } from '../api/view.ts'
import { modes, rulesText } from '../network/rules/rules.ts'

export interface RulesWanted {
  readonly cluster: ClusterView
  readonly settings: ClusterSettings
  readonly namespace: string
  readonly service: string
  readonly mode: string
  /** Empty is the first worker. */
  readonly node: string
}

/** The rules of a Service on a node, or why there are none to print. */
export const printRules = (wanted: RulesWanted): { readonly text: string } | { readonly problem: string } => {
  const { cluster, settings, namespace } = wanted
  const mode = modes.find(known => known === wanted.mode)
  if (!mode) return { problem: `--mode is ${modes.join(', ')}, not "${wanted.mode}"` }
  const service = cluster.get<Service>('Service', namespace, wanted.service)
  if (!service) return { problem: `services "${wanted.service}" not found` }
  const nodes = cluster.list<Node>('Node')
  const node = wanted.node
    ? nodes.find(({ metadata }) => metadata.name === wanted.node)
    : (nodes.find(isWorker) ?? nodes[0])
  if (!node) return { problem: `nodes "${wanted.node}" not found` }
  const text = rulesText({ view: cluster, service, node, podRange: settings.podRange ?? podRangeOf(nodes), mode })
  return text
    ? { text }
    : { problem: `kube-proxy programs nothing for Service ${namespace}/${wanted.service}: ${whyNot(service)}` }
}

const isWorker = ({ metadata }: Node): boolean =>
  metadata.labels?.['node-role.kubernetes.io/control-plane'] === undefined

// Where nothing tells the range of all pods (a dump of another cluster): that of a /16 around the first node's.
const podRangeOf = ([node]: readonly Node[]): string => {
  const [first = '10', second = '244'] = (node?.spec?.podCIDR ?? '10.244.0.0/24').split('.')
  return `${first}.${second}.0.0/16`
}

const whyNot = ({ spec, metadata }: Service): string => {
  if (spec.type === 'ExternalName') return 'an ExternalName is only a name in the DNS'
  if (spec.clusterIP === 'None') return 'a headless Service is only names in the DNS'
  if (metadata.labels?.['service.kubernetes.io/headless'] !== undefined) return 'its label says that it is headless'
  const other = metadata.labels?.['service.kubernetes.io/service-proxy-name']
  return other === undefined ? 'it has no virtual IP' : `its label leaves it to the proxy "${other}"`
}
