import type { EndpointSlice, Pod, Service } from '../../api/generated/types.ts'
import { resourceOfKind } from '../../api/lookup.ts'
import { StatusError } from '../../api/status-error.ts'
import type { Place } from '../route.ts'
import type { Call } from '../server.ts'
import { parseProxiedName } from './proxied-name.ts'

/** The pod and port that a proxy path leads to. */
export interface ProxyTarget {
  readonly namespace: string
  readonly pod: string
  readonly address: string
  readonly port: number
}

/** Throws NotFound, ServiceUnavailable, or BadRequest where the path names nothing. */
export const proxyTarget = (call: Call, place: Place): Promise<ProxyTarget> =>
  place.resource.kind === 'Pod' ? podTarget(call, place) : serviceTarget(call, place)

const webPort = 80

const podTarget = async ({ client }: Call, { resource, namespace = '', name: word }: Place): Promise<ProxyTarget> => {
  const { name, port } = parseProxiedName(word, 'pod')
  const { spec, status } = (await client.get({ resource, namespace, name })) as Pod
  const declared = spec.containers.flatMap(({ ports = [] }) => ports)
  const number = port === '' ? (declared[0]?.containerPort ?? webPort) : Number(port)
  return { namespace, pod: name, address: status?.podIP ?? '', port: number }
}

const serviceTarget = async (call: Call, { resource, namespace = '', name: word }: Place): Promise<ProxyTarget> => {
  const { name, port } = parseProxiedName(word, 'service')
  const service = (await call.client.get({ resource, namespace, name })) as Service
  const portName = portNameOf(service, port)
  const targets = await endpointsOf(call, { namespace, service: name, portName })
  const { random } = await call.world.look()
  const chosen = targets[random.below(targets.length)]
  if (!chosen) throw unavailable(`no endpoints available for service ${JSON.stringify(word)}`)
  return chosen
}

// A number is a port of the Service, whose name its endpoints know; anything else is that name already.
const portNameOf = ({ spec, metadata }: Service, port: string): string => {
  if (!/^\d+$/.test(port)) return port
  const found = spec.ports?.find(entry => entry.port === Number(port))
  if (!found) throw unavailable(`no service port ${port} found for service ${JSON.stringify(metadata.name)}`)
  return found.name ?? ''
}

interface Wanted {
  readonly namespace: string
  readonly service: string
  readonly portName: string
}

const endpointsOf = async (
  { client }: Call,
  { namespace, service, portName }: Wanted,
): Promise<readonly ProxyTarget[]> => {
  const labelSelector = `kubernetes.io/service-name=${service}`
  const { items } = await client.list(resourceOfKind('EndpointSlice'), { namespace, labelSelector })
  return (items as readonly EndpointSlice[]).flatMap(({ endpoints, ports }) => {
    const port = ports?.find(({ name = '' }) => name === portName)?.port
    if (port === undefined) return []
    const ready = (endpoints ?? []).filter(({ conditions }) => conditions?.ready !== false)
    return ready.map(({ addresses: [address = ''], targetRef }) => ({
      namespace,
      pod: targetRef?.name ?? '',
      address,
      port,
    }))
  })
}

export const unavailable = (message: string): StatusError => new StatusError('ServiceUnavailable', message)
