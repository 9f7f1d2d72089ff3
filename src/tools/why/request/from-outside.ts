import type { Node, Service } from '../../../api/generated/types.ts'
import type { Finding, WhyContext } from '../check.ts'
import { nameOf, patching } from '../commands.ts'
import { curl, type Failed, isAtNode } from './failed.ts'

/** The laptop knows nodes and balancers: no ClusterIP, no pod, and nothing of its own. */
export const fromOutside = (failed: Failed): Finding | undefined => {
  const { address, reason, context, port } = failed
  const { view, target, from } = context
  if (from !== 'laptop') return undefined
  const services = view.list<Service>('Service')
  const owner = services.find(({ spec }) => spec.clusterIP === address) ?? target.services.find(isInside(address))
  const isLoopback = address.startsWith('127.') || address === '::1'
  const forPort = services.find(({ spec }) => spec.ports?.some(({ nodePort }) => nodePort === port))
  const service = isLoopback ? forPort : owner
  if (!service || isAtNode(failed)) return undefined
  const cause = isLoopback
    ? `node port ${port} is open on the nodes, not on the laptop itself`
    : `${address} is known within the cluster only: from outside a node port or a load balancer leads to it`
  return { about: nameOf(context, service), cause, evidence: [reason], mend: fromNodePort(failed, service) }
}

/** An address that a Service shows to the outside is no secret of the cluster. */
const isInside =
  (address: string) =>
  ({ spec, status }: Service): boolean =>
    !spec.externalIPs?.includes(address) && !status?.loadBalancer?.ingress?.some(({ ip }) => ip === address)

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
