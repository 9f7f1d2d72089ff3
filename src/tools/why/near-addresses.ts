import type { Node, Pod, Service } from '../../api/generated/types.ts'
import { editDistance } from '../../util/edit-distance.ts'
import type { WhyContext } from './check.ts'

interface Known {
  readonly address: string
  readonly name: string
}

/** The addresses of the cluster's that are a slip away from one, with whose they are. */
export const nearAddresses = (address: string, { view }: WhyContext): readonly Known[] =>
  [...services(view), ...pods(view), ...nodes(view)].filter(known => editDistance(known.address, address) === 1)

const services = (view: WhyContext['view']): readonly Known[] =>
  view
    .list<Service>('Service')
    .flatMap(({ metadata, spec, status }) =>
      [
        ...(spec.clusterIPs ?? []),
        ...(spec.externalIPs ?? []),
        ...(status?.loadBalancer?.ingress ?? []).flatMap(({ ip }) => ip ?? []),
      ].map(address => ({ address, name: `service/${metadata.name} in ${metadata.namespace}` })),
    )

const pods = (view: WhyContext['view']): readonly Known[] =>
  view
    .list<Pod>('Pod')
    .flatMap(({ metadata, status }) =>
      status?.podIP ? [{ address: status.podIP, name: `pod/${metadata.name} in ${metadata.namespace}` }] : [],
    )

const nodes = (view: WhyContext['view']): readonly Known[] =>
  view
    .list<Node>('Node')
    .flatMap(({ metadata, status }) =>
      (status?.addresses ?? []).map(({ address }) => ({ address, name: `node/${metadata.name}` })),
    )
