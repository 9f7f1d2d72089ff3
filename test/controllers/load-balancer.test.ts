import { describe, expect, test } from 'vitest'
import type { Event, Service } from '../../src/api/generated/types.ts'
import type { LoadBalancerProvider } from '../../src/api/resource.ts'
import { aService } from '../support/builders.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const pool: LoadBalancerProvider = { kind: 'pool', range: '203.0.113.0/30' }
const balanced = (name: string, spec: Partial<Service['spec']> = {}) =>
  aService(name, { type: 'LoadBalancer', ...spec })

const ingressOf = (cluster: TestCluster, name: string) =>
  cluster.find<Service>('Service', name).status?.loadBalancer?.ingress?.map(({ ip, hostname }) => ip ?? hostname)

const reasons = (cluster: TestCluster, name: string) =>
  cluster
    .list<Event>('Event', 'default')
    .filter(({ involvedObject }) => involvedObject.name === name)
    .map(({ reason, message }) => `${reason}: ${message}`)

const ip = (address: string) => [address]

describe('an address from outside', () => {
  test.for<{ name: string; provider: LoadBalancerProvider; services: Service[]; ingress: (string[] | undefined)[] }>([
    { name: 'from nobody', provider: { kind: 'none' }, services: [balanced('a')], ingress: [undefined] },
    {
      name: 'the next of a pool',
      provider: pool,
      services: [balanced('a'), balanced('b')],
      ingress: [ip('203.0.113.1'), ip('203.0.113.2')],
    },
    {
      name: 'the one that was asked for',
      provider: pool,
      services: [balanced('a', { loadBalancerIP: '203.0.113.3' }), balanced('b')],
      ingress: [ip('203.0.113.3'), ip('203.0.113.1')],
    },
    {
      name: 'none when the pool is empty',
      provider: pool,
      services: [balanced('a'), balanced('b'), balanced('c'), balanced('d')],
      ingress: [ip('203.0.113.1'), ip('203.0.113.2'), ip('203.0.113.3'), undefined],
    },
    {
      name: 'those of the nodes',
      provider: { kind: 'nodes' },
      services: [balanced('a')],
      ingress: [['172.18.0.2', '172.18.0.3', '172.18.0.4', '172.18.0.5']],
    },
    {
      name: 'a fixed host name',
      provider: { kind: 'hostname', pattern: 'localhost' },
      services: [balanced('a')],
      ingress: [['localhost']],
    },
    {
      name: "none from us for somebody else's class",
      provider: pool,
      services: [balanced('a', { loadBalancerClass: 'example.com/lb' })],
      ingress: [undefined],
    },
  ])('$name', ({ provider, services, ingress }) => {
    const cluster = aCluster({ loadBalancer: provider })
    for (const service of services) cluster.create(service)

    expect(services.map(({ metadata }) => ingressOf(cluster, metadata.name))).toEqual(ingress)
  })

  test('is told in events and held by a finalizer', () => {
    const cluster = aCluster({ loadBalancer: pool })
    cluster.create(balanced('a'))
    expect(cluster.find('Service', 'a').metadata.finalizers).toEqual(['service.kubernetes.io/load-balancer-cleanup'])
    expect(reasons(cluster, 'a').toSorted()).toEqual([
      'EnsuredLoadBalancer: Ensured load balancer',
      'EnsuringLoadBalancer: Ensuring load balancer',
    ])
  })

  test('is given back with the type, and goes to one that waits', () => {
    const cluster = aCluster({ loadBalancer: pool })
    for (const name of ['a', 'b', 'c', 'd']) cluster.create(balanced(name))
    cluster.patch(['Service', 'a'], { spec: { type: 'ClusterIP' } })
    expect(ingressOf(cluster, 'a')).toBeUndefined()
    expect(cluster.find('Service', 'a').metadata.finalizers).toBeUndefined()
    expect(ingressOf(cluster, 'd')).toEqual(['203.0.113.1'])
  })

  test('does not keep the Service', () => {
    const cluster = aCluster({ loadBalancer: pool })
    cluster.create(balanced('a'))
    cluster.remove(['Service', 'a'])
    expect(cluster.get('Service', 'default', 'a')).toBeUndefined()
  })

  test('made up for a host name stays the same', () => {
    const cluster = aCluster({ loadBalancer: { kind: 'hostname', pattern: '*.elb.example.com' } })
    cluster.create(balanced('a'))
    const [before = ''] = ingressOf(cluster, 'a') ?? []
    expect(before).toMatch(/^a[0-9a-f]{31}-\d+\.elb\.example\.com$/)
    cluster.patch(['Service', 'a'], { metadata: { labels: { x: 'y' } } })
    expect(ingressOf(cluster, 'a')).toEqual([before])
  })
})
