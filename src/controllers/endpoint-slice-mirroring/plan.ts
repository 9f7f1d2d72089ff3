import type {
  EndpointAddress,
  EndpointPort,
  EndpointSlice,
  EndpointSubset,
  Endpoints,
} from '../../api/generated/types.ts'
import { controllerReference, type Labels } from '../../api/meta.ts'
import { ipVersion } from '../../util/ip.ts'
import { omit } from '../../util/omit.ts'
import { sameJson } from '../../util/same-json.ts'
import { orderedPorts, portsKey, type SlicePlan, sliceLabels } from '../endpoint-slice/slices.ts'

export const manager = 'endpointslicemirroring-controller.k8s.io'

const mostPerSubset = 1000
const ownAnnotations = [
  'endpoints.kubernetes.io/last-change-trigger-time',
  'kubectl.kubernetes.io/last-applied-configuration',
]

/** What has to be done so that slices tell the same as Endpoints: one slice for each set of ports and family. */
export const mirrorPlan = (endpoints: Endpoints, existing: readonly EndpointSlice[]): SlicePlan => {
  const wanted = wantedSlices(endpoints)
  const pairs = [...wanted].map(([key, slice]) => {
    const [old, ...spare] = existing.filter(one => keyOf(one) === key)
    return { slice, old, spare }
  })
  return {
    create: pairs.flatMap(({ slice, old }) => (old ? [] : [slice])),
    update: pairs.flatMap(({ slice, old }) => (old && !isMirrored(old, slice) ? [takingPlace(old, slice)] : [])),
    remove: [...existing.filter(slice => !wanted.has(keyOf(slice))), ...pairs.flatMap(({ spare }) => spare)],
  }
}

type Family = 'IPv4' | 'IPv6'

const keyOf = ({ addressType, ports }: EndpointSlice): string => `${addressType} ${portsKey(ports ?? [])}`

const wantedSlices = (endpoints: Endpoints): ReadonlyMap<string, EndpointSlice> => {
  const slices = new Map<string, EndpointSlice>()
  for (const subset of endpoints.subsets ?? []) {
    for (const family of ['IPv4', 'IPv6'] as const) {
      const more = endpointsOf(subset, family)
      if (more.length === 0) continue
      const slice = newSlice(endpoints, family, subset.ports ?? [])
      const before = slices.get(keyOf(slice))?.endpoints ?? []
      slices.set(keyOf(slice), { ...slice, endpoints: [...before, ...more] })
    }
  }
  return slices
}

const endpointsOf = ({ addresses = [], notReadyAddresses = [] }: EndpointSubset, family: Family) => {
  const version = family === 'IPv4' ? 4 : 6
  const of = (list: readonly EndpointAddress[], ready: boolean) =>
    list.filter(({ ip }) => ipVersion(ip) === version).map(address => endpointOf(address, ready))
  return [...of(addresses, true), ...of(notReadyAddresses, false)].slice(0, mostPerSubset)
}

const endpointOf = ({ ip, hostname, nodeName, targetRef }: EndpointAddress, ready: boolean) => ({
  addresses: [ip],
  conditions: { ready },
  ...(hostname && { hostname }),
  ...(nodeName && { nodeName }),
  ...(targetRef && { targetRef }),
})

const newSlice = (endpoints: Endpoints, addressType: Family, ports: readonly EndpointPort[]): EndpointSlice => {
  const { name, namespace, labels, annotations } = endpoints.metadata
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: '',
      generateName: `${name}-`,
      namespace,
      labels: { ...labels, ...sliceLabels(endpoints, { manager, isHeadless: false }) },
      annotations: omit(annotations ?? {}, ...ownAnnotations) as Labels,
      ownerReferences: [controllerReference(endpoints)],
    },
    addressType,
    ports: orderedPorts(ports.map(port => ({ ...port, name: port.name ?? '' }))).ports,
  }
}

const isMirrored = (old: EndpointSlice, slice: EndpointSlice): boolean =>
  sameJson(old.endpoints ?? [], slice.endpoints ?? []) &&
  sameJson(old.metadata.labels, slice.metadata.labels) &&
  sameJson(old.metadata.annotations ?? {}, slice.metadata.annotations)

const takingPlace = (old: EndpointSlice, { endpoints, metadata }: EndpointSlice): EndpointSlice => ({
  ...old,
  endpoints,
  metadata: { ...old.metadata, labels: metadata.labels, annotations: metadata.annotations },
})
