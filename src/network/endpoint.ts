import type { Endpoint, EndpointSlice } from '../api/generated/types.ts'
import { by } from '../util/compare.ts'
import type { ServicePort } from './service-port.ts'

/** An endpoint of a Service's port, as kube-proxy keeps it. */
export interface ProxyEndpoint {
  readonly address: string
  readonly port: number
  readonly node: string | undefined
  /** `default/web-1` */
  readonly pod: string | undefined
  readonly ready: boolean
  readonly serving: boolean
  readonly terminating: boolean
  readonly zoneHints: readonly string[]
  readonly nodeHints: readonly string[]
}

/** `10.244.1.2:80`, `[fd00::2]:80` */
export const hostPort = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`

/** The endpoints that slices give a Service's port, in the order of kube-proxy's rules: by their text. */
export const endpointsOf = (slices: readonly EndpointSlice[], servicePort: ServicePort): readonly ProxyEndpoint[] => {
  const { family, portName, protocol } = servicePort
  const found = slices
    .filter(({ addressType }) => addressType === `IPv${family}`)
    .flatMap(({ ports, endpoints }) =>
      (ports ?? [])
        .filter(port => (port.name ?? '') === portName && (port.protocol ?? 'TCP') === protocol)
        .flatMap(({ port }) => (port ? (endpoints ?? []).map(endpoint => endpointOf(endpoint, port)) : [])),
    )
  const unique = new Map(found.map(endpoint => [keyOf(endpoint), endpoint]))
  return [...unique.values()].toSorted(by(keyOf))
}

const keyOf = ({ address, port }: ProxyEndpoint): string => hostPort(address, port)

const endpointOf = (endpoint: Endpoint, port: number): ProxyEndpoint => {
  const { addresses, conditions, nodeName, targetRef, hints } = endpoint
  return {
    // kube-proxy takes the first address only (the API says that they are interchangeable).
    address: addresses[0] ?? '',
    port,
    node: nodeName,
    pod: targetRef?.kind === 'Pod' ? `${targetRef.namespace}/${targetRef.name}` : undefined,
    ready: conditions?.ready ?? true,
    serving: conditions?.serving ?? true,
    terminating: conditions?.terminating ?? false,
    zoneHints: (hints?.forZones ?? []).map(({ name }) => name),
    nodeHints: (hints?.forNodes ?? []).map(({ name }) => name),
  }
}
