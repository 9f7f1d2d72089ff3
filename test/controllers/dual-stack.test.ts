import { describe, expect, test } from 'vitest'
import type { EndpointSlice, Endpoints, Node, Pod, Service } from '../../src/api/generated/types.ts'
import { aPod, aService } from '../support/builders.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const dualStack = (): TestCluster => {
  const cluster = aCluster({ secondaryServiceRange: 'fd00:10:96::/112' })
  cluster.create(aPod('p', { app: 'web' }))
  return cluster
}

const familiesOf = (cluster: TestCluster): readonly (string | undefined)[] => {
  const { ipFamilies = [], ipFamilyPolicy, clusterIPs = [] } = cluster.find<Service>('Service', 'web').spec
  return [ipFamilyPolicy, ...ipFamilies, ...clusterIPs.map(ip => (ip.includes(':') ? 'six' : 'four'))]
}

const slicesOf = (cluster: TestCluster): readonly (readonly [string, ...string[]])[] =>
  cluster
    .list<EndpointSlice>('EndpointSlice', 'default')
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === 'web')
    .map(
      ({ addressType, endpoints = [] }) => [addressType, ...endpoints.flatMap(({ addresses }) => addresses)] as const,
    )
    .toSorted(([left], [right]) => (left < right ? -1 : 1))

describe('a dual-stack cluster', () => {
  test('gives nodes and pods an address of each family', () => {
    const cluster = dualStack()
    const node = cluster.find<Node>('Node', 'my-cluster-worker')
    const { podIP, podIPs, hostIPs } = cluster.find<Pod>('Pod', 'p').status ?? {}

    expect(node.spec?.podCIDRs).toEqual(['10.244.1.0/24', 'fd00:10:244:1::/64'])
    expect(node.status?.addresses?.map(({ type }) => type)).toEqual(['InternalIP', 'InternalIP', 'Hostname'])
    expect(podIPs?.map(({ ip }) => ip)).toEqual([podIP, expect.stringMatching(/^fd00:10:244:\d::2$/)])
    expect(hostIPs?.map(({ ip }) => ip)).toEqual([
      expect.stringContaining('172.18.0.'),
      expect.stringContaining('fc00:'),
    ])
  })

  test.for([
    { spec: {}, families: ['SingleStack', 'IPv4', 'four'], slices: ['IPv4'] },
    { spec: { ipFamilies: ['IPv6'] }, families: ['SingleStack', 'IPv6', 'six'], slices: ['IPv6'] },
    {
      spec: { ipFamilyPolicy: 'PreferDualStack' },
      families: ['PreferDualStack', 'IPv4', 'IPv6', 'four', 'six'],
      slices: ['IPv4', 'IPv6'],
    },
    {
      spec: { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv6'] },
      families: ['RequireDualStack', 'IPv6', 'IPv4', 'six', 'four'],
      slices: ['IPv4', 'IPv6'],
    },
  ] as const)('reaches the pods of a Service $spec', ({ spec, families, slices }) => {
    const cluster = dualStack()
    cluster.create(aService('web', spec))

    const [podIP = '', second = ''] = (cluster.find<Pod>('Pod', 'p').status?.podIPs ?? []).map(({ ip }) => ip ?? '')
    const listed = cluster.find<Endpoints>('Endpoints', 'web').subsets?.[0]?.addresses?.map(({ ip }) => ip)
    expect(familiesOf(cluster)).toEqual(families)
    expect(slicesOf(cluster)).toEqual(slices.map(family => [family, family === 'IPv4' ? podIP : second]))
    expect(listed).toEqual([families[1] === 'IPv4' ? podIP : second])
  })

  test('takes a second family up and lets it go again', () => {
    const cluster = dualStack()
    cluster.create(aService('web'))
    cluster.patch(['Service', 'web'], { spec: { ipFamilyPolicy: 'PreferDualStack' } })
    expect(familiesOf(cluster)).toEqual(['PreferDualStack', 'IPv4', 'IPv6', 'four', 'six'])
    expect(slicesOf(cluster).map(([family]) => family)).toEqual(['IPv4', 'IPv6'])

    cluster.patch(['Service', 'web'], { spec: { ipFamilyPolicy: 'SingleStack' } })
    expect(familiesOf(cluster)).toEqual(['SingleStack', 'IPv4', 'four'])
    expect(slicesOf(cluster).map(([family]) => family)).toEqual(['IPv4'])
  })
})
