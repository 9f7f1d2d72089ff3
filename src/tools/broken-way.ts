import { faultsOfKind, pathFault } from '../api/faults.ts'
import type { Node, Service } from '../api/generated/types.ts'
import type { KubeObject } from '../api/meta.ts'
import type { ClusterView } from '../api/view.ts'
import type { Route, Target } from '../network/packet.ts'
import type { Random } from '../util/random.ts'
import type { Connect, Connection } from './connection.ts'

interface Surroundings {
  readonly view: ClusterView
  readonly random: Random
}

/** Connections over ways that somebody broke on purpose: nodes that are off, latency, lost packets. */
export const overBrokenWays =
  (connect: Connect, surroundings: Surroundings): Connect =>
  async target => {
    const connection = await connect(target)
    return connection.route.outcome.outcome === 'delivered' ? broken(connection, target, surroundings) : connection
  }

// A SYN packet is sent again after 1, 2, 4 ... seconds, six times (tcp_syn_retries).
const tries = 7

const broken = (connection: Connection, { protocol }: Target, { view, random }: Surroundings): Connection => {
  const passed = objectsOn(connection.route, view)
  const off = passed.find(object => faultsOfKind(object, 'down').length > 0)
  if (off) return silent(connection, `node ${off.metadata.name} is off`)
  const { latency, loss } = pathFault(passed)
  let lost = 0
  const most = protocol === 'ICMP' ? 1 : tries
  while (loss > 0 && lost < most && random.next() < loss) lost += 1
  if (lost === most) return silent(connection, 'all packets were lost on the way')
  return { ...connection, milliseconds: connection.milliseconds + latency + (2 ** lost - 1) * 1000 }
}

const silent = (connection: Connection, reason: string): Connection => ({
  ...connection,
  route: { ...connection.route, outcome: { outcome: 'timeout', reason } },
  milliseconds: (2 ** tries - 1) * 1000,
  request: async () => undefined,
  talk: async () => ({ outcome: 'closed' }),
})

/** The Service, the nodes and the pod that a connection leads past. */
const objectsOn = ({ steps, outcome }: Route, view: ClusterView): readonly KubeObject[] => {
  const services = steps.flatMap(step => (step.step === 'rule' ? [serviceNamed(step.service, view)] : []))
  const entered = steps.flatMap(step => (step.step === 'rule' || step.step === 'balance' ? [step.node] : []))
  const receiver = outcome.outcome === 'delivered' ? outcome.receiver : undefined
  const pod = receiver?.kind === 'pod' ? receiver.pod : undefined
  const host = receiver?.kind === 'host' ? receiver.name.replace(/^node\//, '') : pod?.spec.nodeName
  const nodes = [...new Set([...entered, host])].map(name => view.get<Node>('Node', undefined, name ?? ''))
  return [...services, ...nodes, pod].filter(object => object !== undefined)
}

const serviceNamed = (servicePort: string, view: ClusterView): Service | undefined => {
  const [name = ''] = servicePort.split(':')
  const [namespace = '', service = ''] = name.split('/')
  return view.get<Service>('Service', namespace, service)
}
