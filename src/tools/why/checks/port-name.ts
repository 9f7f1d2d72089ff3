import type { EndpointSlice, Endpoints, Service } from '../../../api/generated/types.ts'
import { type Finding, serviceCheck, type WhyContext } from '../check.ts'
import { listed, nameOf, patching } from '../commands.ts'
import { selects, slicesOf } from '../pods.ts'

/** Hand-made endpoints whose ports are not called as the Service's ports are: kube-proxy goes by these names. */
export const portName = serviceCheck('port-name', (service, context) => {
  const slices = slicesOf(context.view, service).filter(({ endpoints }) => endpoints?.length)
  const ports = service.spec.ports ?? []
  if (selects(service) || slices.length === 0 || ports.length === 0) return []
  const lacking = ports.filter(port => !slices.some(slice => hasPort(slice, port)))
  return lacking.length > 0 ? [mismatch(service, slices, context)] : []
})

type Port = { readonly name?: string | undefined; readonly protocol?: string | undefined }

const hasPort = (slice: EndpointSlice, port: Port): boolean =>
  (slice.ports ?? []).some(
    ({ name = '', protocol = 'TCP' }) => name === (port.name ?? '') && protocol === (port.protocol ?? 'TCP'),
  )

const mismatch = (service: Service, slices: readonly EndpointSlice[], context: WhyContext): Finding => {
  const ports = service.spec.ports ?? []
  const theirs = slices.flatMap(slice => slice.ports ?? [])
  return {
    about: nameOf(context, service),
    cause: 'its ports and those of its endpoints are not called the same: no port of the Service has endpoints',
    evidence: [
      `the Service has ${listed(ports.map(told))}`,
      `its endpoints have ${listed([...new Set(theirs.map(told))]) || 'no ports'}`,
    ],
    mend: mending(service, slices, context),
  }
}

const told = ({ name = '', protocol = 'TCP', port }: Port & { readonly port?: number | undefined }): string =>
  `${name === '' ? 'a port without a name' : `port "${name}"`} (${port}/${protocol})`

const mending = (service: Service, slices: readonly EndpointSlice[], context: WhyContext): readonly string[] => {
  const { name, namespace } = service.metadata
  const endpoints = context.view.get<Endpoints>('Endpoints', namespace, name)
  const renamed = (ports: readonly { readonly port?: number | undefined }[] = []) =>
    ports.map((port, index) => renamedAs(port, service, index))
  if (endpoints) {
    const subsets = (endpoints.subsets ?? []).map(subset => ({ ...subset, ports: renamed(subset.ports) }))
    return [patching(context, endpoints, { subsets }, 'merge')]
  }
  return slices.map(slice =>
    patching(context, slice, { ports: slice.ports?.length ? renamed(slice.ports) : ownPorts(service) }, 'merge'),
  )
}

const ownPorts = ({ spec }: Service) =>
  (spec.ports ?? []).map(({ name, port, targetPort = port, protocol }) => ({
    name: name ?? '',
    port: typeof targetPort === 'number' ? targetPort : port,
    protocol,
  }))

/** The endpoint's port under the name of the Service's port that leads to it, or that stands in its place. */
const renamedAs = (port: { readonly port?: number | undefined }, { spec }: Service, index: number) => {
  const ports = spec.ports ?? []
  const meant = ports.find(one => (one.targetPort ?? one.port) === port.port || one.port === port.port) ?? ports[index]
  const { name = null, protocol = 'TCP' } = meant ?? {}
  return { ...port, name, protocol }
}
