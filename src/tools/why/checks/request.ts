import type { Node, Service } from '../../../api/generated/types.ts'
import { resolve } from '../../../dns/resolver/resolve.ts'
import type { Route } from '../../../network/packet.ts'
import { urlText } from '../../http/url.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { applying, command, nameOf, patching } from '../commands.ts'
import { isOpen } from '../open-ports.ts'
import { servingPods } from '../pods.ts'
import { allowing, ownLabels } from './network-policy.ts'

/** A request that comes to an address but not to an answer: from the wrong side, to the wrong port, past a policy. */
export const request = defineCheck({
  name: 'request',
  applies: ({ url }) => url !== undefined,
  async find(context) {
    const { url } = context.target
    if (!url) return []
    const { port } = url
    let found: Finding | undefined
    // A client tries one address after the other; the last failure is the one it tells of.
    for (const address of (await resolve(context.world, url.host)).addresses) {
      const { route } = await context.world.connect({ address, port, protocol: 'TCP' })
      if (route.outcome.outcome === 'delivered') return []
      found = explain({ route, address, reason: route.outcome.reason, port, context })
    }
    return found ? [found] : []
  },
})

interface Failed {
  readonly route: Route
  readonly address: string
  readonly port: number
  readonly reason: string
  readonly context: WhyContext
}

const explain = (failed: Failed): Finding | undefined =>
  denied(failed) ?? localPolicy(failed) ?? fromOutside(failed) ?? wrongPort(failed) ?? otherwise(failed)

const urlWith = ({ context, address, port }: Failed, change: { host?: string; port?: number }): string => {
  const url = context.target.url ?? { scheme: 'http', host: address, port, path: '/' }
  return urlText({ ...url, ...change })
}

const curl = (failed: Failed, change: { host?: string; port?: number }, from = failed.context.from): string =>
  command(
    failed.context,
    `curl${from ? ` --from ${from}` : ''} ${urlWith(failed, change)}`,
    from.startsWith('node/') || from === 'laptop' ? undefined : failed.context.target.namespace,
  )

const denied = ({ route, reason, context }: Failed): Finding | undefined => {
  const policy = route.steps.find(step => step.step === 'policy' && !step.allowed)
  if (policy?.step !== 'policy') return undefined
  const { pods, name } = context.target
  const [namespace = '', podName = ''] = policy.pod.split('/')
  const pod = pods.find(({ metadata }) => metadata.name === podName) ?? context.view.get('Pod', namespace, podName)
  if (!pod) return { about: name, cause: reason, evidence: [], mend: [] }
  const allow = policyFor(policy.direction, pod as (typeof pods)[number], context)
  return {
    about: name,
    cause: reason,
    evidence: [`it selects pod ${policy.pod}, and no rule of it allows this connection`],
    mend: [applying(context, allow)],
  }
}

type PodLike = WhyContext['target']['pods'][number]

const policyFor = (direction: 'ingress' | 'egress', pod: PodLike, { target, view, namespace, from }: WhyContext) => {
  const inside = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }
  const [kind, name = ''] = from.split('/')
  const node = kind === 'node' ? view.get<Node>('Node', undefined, name) : undefined
  const ip = node?.status?.addresses?.[0]?.address
  const peer = kind === 'laptop' ? { ipBlock: { cidr: '0.0.0.0/0' } } : ip ? { ipBlock: { cidr: `${ip}/32` } } : inside
  const base = allowing(pod, [])
  const { podSelector } = base.spec
  return direction === 'ingress'
    ? { ...base, spec: { podSelector, policyTypes: ['Ingress'], ingress: [{ from: [peer] }] } }
    : {
        ...base,
        metadata: { ...base.metadata, name: `allow-from-${pod.metadata.name}` },
        spec: {
          podSelector: { matchLabels: ownLabels(pod.metadata.labels) },
          policyTypes: ['Egress'],
          egress: [
            { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': target.namespace } } }] },
          ],
        },
      }
}

const localPolicy = ({ route, reason, context }: Failed): Finding | undefined => {
  const [service] = context.target.services
  const isDropped = route.steps.some(step => step.step === 'filter' && step.verdict === 'DROP')
  if (!isDropped || !service) return undefined
  const isRange = reason.includes('loadBalancerSourceRanges')
  const field =
    service.spec.internalTrafficPolicy === 'Local' && !reason.includes('external')
      ? 'internalTrafficPolicy'
      : 'externalTrafficPolicy'
  const isLocal = (service.spec as Readonly<Record<string, unknown>>)[field] === 'Local'
  if (isRange) {
    return {
      about: nameOf(context, service),
      cause: reason,
      evidence: [`loadBalancerSourceRanges: ${(service.spec.loadBalancerSourceRanges ?? []).join(', ')}`],
      mend: [patching(context, service, { spec: { loadBalancerSourceRanges: null } }, 'merge')],
    }
  }
  if (!isLocal) return undefined
  const node = route.steps.find(step => step.step === 'filter')
  return {
    about: nameOf(context, service),
    cause: `its ${field} is Local, and node ${node?.step === 'filter' ? node.node : ''} has no endpoint of its own: the packet is dropped`,
    evidence: [reason],
    mend: [patching(context, service, { spec: { [field]: 'Cluster' } })],
  }
}

/** The laptop knows nodes and balancers: no ClusterIP, no pod, and nothing of its own. */
const fromOutside = (failed: Failed): Finding | undefined => {
  const { address, reason, context, port } = failed
  const { view, target, from } = context
  if (from !== 'laptop') return undefined
  const services = view.list<Service>('Service')
  const owner = services.find(({ spec }) => spec.clusterIP === address) ?? target.services[0]
  const isLoopback = address.startsWith('127.') || address === '::1'
  const forPort = services.find(({ spec }) => spec.ports?.some(({ nodePort }) => nodePort === port))
  const service = isLoopback ? forPort : owner
  const node = view.list<Node>('Node').find(({ status }) => status?.addresses?.some(one => one.address === address))
  if (!service || node) return undefined
  const cause = isLoopback
    ? `node port ${port} is open on the nodes, not on the laptop itself`
    : `${address} is known within the cluster only: from outside a node port or a load balancer leads to it`
  return { about: nameOf(context, service), cause, evidence: [reason], mend: fromNodePort(failed, service) }
}

const fromNodePort = (failed: Failed, service: Service): readonly string[] => {
  const { context } = failed
  const nodes = context.view.list<Node>('Node')
  const host = nodes[0]?.status?.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? ''
  const known = service.spec.ports?.find(({ nodePort }) => nodePort)?.nodePort
  if (known) return [curl(failed, { host, port: known })]
  const [port] = service.spec.ports ?? []
  const nodePort = freeNodePort(context)
  const ports = [{ port: port?.port ?? 80, ...(port?.name ? { name: port.name } : {}), nodePort }]
  return [patching(context, service, { spec: { type: 'NodePort', ports } }), curl(failed, { host, port: nodePort })]
}

const freeNodePort = ({ view, settings }: WhyContext): number => {
  const taken = new Set(
    view
      .list<Service>('Service')
      .flatMap(({ spec }) => spec.ports ?? [])
      .map(({ nodePort }) => nodePort),
  )
  let port = Math.max(settings.nodePorts.from, 30080)
  while (taken.has(port)) port += 1
  return port
}

/** A port that the Service, or the pod, has not. */
const wrongPort = (failed: Failed): Finding | undefined => {
  const { context, port, reason } = failed
  const { services, pods, name } = context.target
  const [service] = services
  if (!service) return undefined
  const ports = (service.spec.ports ?? []).map(one => one.port)
  const [pod] = servingPods(pods)
  const isHeadless = service.spec.clusterIP === 'None'
  if (isHeadless && pod && !isOpen(context, pod, port)) {
    const target = (service.spec.ports ?? []).map(({ targetPort, port }) =>
      typeof targetPort === 'number' ? targetPort : port,
    )
    const right = target.find(one => isOpen(context, pod, one))
    return {
      about: name,
      cause: `Service ${service.metadata.name} is headless: the connection goes to the pod itself, and port ${port} is not translated`,
      evidence: [reason],
      mend: right === undefined ? [] : [curl(failed, { port: right })],
    }
  }
  if (ports.includes(port) || ports.length === 0 || isHeadless) return undefined
  const [right = 80] = ports
  const nodePort = service.spec.ports?.some(one => one.nodePort === port)
  return {
    about: name,
    cause: nodePort
      ? `${port} is the node port of Service ${service.metadata.name}: it is open on nodes, the Service itself has ${ports.join(', ')}`
      : `Service ${service.metadata.name} has no port ${port}`,
    evidence: [reason, `its ports are ${ports.join(', ')}`],
    mend: [curl(failed, { port: right })],
  }
}

/** What no other check tells of: a Service without endpoints, a pod that refuses, is told of elsewhere. */
const otherwise = ({ context, reason, address, port }: Failed): Finding | undefined => {
  const { services, pods, name } = context.target
  if (services.length > 0 || pods.length > 0) return undefined
  const node = context.view
    .list<Node>('Node')
    .find(({ status }) => status?.addresses?.some(one => one.address === address))
  const service =
    node &&
    context.view.list<Service>('Service').find(({ spec }) => spec.ports?.some(one => one.port === port && one.nodePort))
  const right = service?.spec.ports?.find(one => one.port === port)?.nodePort
  return {
    about: name,
    cause: right ? `port ${port} is the Service's: on nodes it is ${right}` : reason,
    evidence: right ? [reason] : [],
    mend: right
      ? [command(context, `curl${context.from ? ` --from ${context.from}` : ''} http://${address}:${right}/`)]
      : [],
  }
}
