import type { EndpointAddress, EndpointPort, EndpointSubset, Pod, Service } from '../../api/generated/types.ts'
import { isPodReady } from '../../api/pod-status.ts'
import { by } from '../../util/compare.ts'
import { addressesOf, canServe, hostnameOf, mainFamily, podReference } from '../service/pod-endpoint.ts'
import { targetPortOf } from '../service/target-port.ts'
import { hashOf } from './go-hash.ts'

/** The pods that a Service's Endpoints tell about: those on their way out only where readiness does not count. */
export const listedPods = (service: Service, pods: readonly Pod[]): readonly Pod[] =>
  pods.filter(
    pod =>
      canServe(pod) &&
      (pod.metadata.deletionTimestamp === undefined || service.spec.publishNotReadyAddresses === true) &&
      addressesOf(pod, mainFamily(service)).length > 0,
  )

/** The subsets of a Service's Endpoints: ports that the same pods have stand together. */
export const subsetsOf = (service: Service, pods: readonly Pod[]): readonly EndpointSubset[] => {
  const groups = new Map<string, { ports: readonly EndpointPort[]; pods: readonly Pod[] }>()
  for (const { port, pods: having } of podsByPort(service, pods)) {
    const key = having.map(({ metadata }) => metadata.name).join()
    groups.set(key, { pods: having, ports: [...(groups.get(key)?.ports ?? []), ...(port ? [port] : [])] })
  }
  // The real order is by the hash of everything in it, which nobody can foresee: ours is by the first port's.
  return [...groups.values()]
    .map(({ ports, pods: having }) => ({ ports: inOrder(ports), pods: having }))
    .sort(by(({ ports: [first] }) => (first ? portHash(first) : '')))
    .map(({ ports, pods: having }) => subsetOf(service, having, ports))
}

interface PortPods {
  readonly port?: EndpointPort | undefined
  readonly pods: readonly Pod[]
}

const podsByPort = (service: Service, pods: readonly Pod[]): readonly PortPods[] => {
  const { ports = [], clusterIP } = service.spec
  if (pods.length === 0) return []
  if (ports.length === 0) return clusterIP === 'None' ? [{ pods }] : []
  return ports.flatMap(({ name, protocol, appProtocol, ...port }) => {
    const byNumber = new Map<number, Pod[]>()
    for (const pod of pods) {
      const number = targetPortOf(pod, { ...port, protocol })
      if (number === undefined) continue
      const having = byNumber.get(number)
      if (having) having.push(pod)
      else byNumber.set(number, [pod])
    }
    return [...byNumber].map(([number, having]) => ({
      port: { ...(name && { name }), port: number, protocol, ...(appProtocol && { appProtocol }) },
      pods: having,
    }))
  })
}

const subsetOf = (service: Service, pods: readonly Pod[], ports: readonly EndpointPort[]): EndpointSubset => {
  const isReady = (pod: Pod): boolean => service.spec.publishNotReadyAddresses === true || isPodReady(pod)
  const addresses = addressesFor(service, pods.filter(isReady))
  const notReady = addressesFor(
    service,
    pods.filter(pod => !isReady(pod)),
  )
  return {
    ...(addresses.length > 0 && { addresses }),
    ...(notReady.length > 0 && { notReadyAddresses: notReady }),
    ...(ports.length > 0 && { ports }),
  }
}

/** Sorted by the text of the address, as upstream: 10.244.1.10 is before 10.244.1.9. */
const addressesFor = (service: Service, pods: readonly Pod[]): readonly EndpointAddress[] =>
  pods
    .map((pod): EndpointAddress => {
      const hostname = hostnameOf(pod, service)
      const { nodeName } = pod.spec
      return {
        ip: addressesOf(pod, mainFamily(service))[0] ?? '',
        ...(hostname && { hostname }),
        ...(nodeName && { nodeName }),
        targetRef: podReference(pod),
      }
    })
    .sort(by(({ ip, targetRef }) => `${ip} ${targetRef?.uid}`))

const inOrder = (ports: readonly EndpointPort[]): readonly EndpointPort[] =>
  ports.length < 2 ? ports : ports.toSorted(by(portHash))

const portHash = ({ name, port, protocol, appProtocol }: EndpointPort): string =>
  hashOf([
    ['Name', 'string', name ?? ''],
    ['Port', 'int32', port],
    ['Protocol', 'v1.Protocol', protocol],
    ['AppProtocol', '*string', appProtocol],
  ])
