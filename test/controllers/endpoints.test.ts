import { describe, expect, test } from 'vitest'
import type { EndpointSlice, EndpointSubset, Endpoints, Pod, Service } from '../../src/api/generated/types.ts'
import { aPod, aService, readiness } from '../support/builders.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const web = { app: 'web' }
const named = { ports: [{ name: 'http', port: 80, targetPort: 'http' }] }
const two = {
  ports: [
    { name: 'http', port: 80 },
    { name: 'admin', port: 81, targetPort: 9000 },
  ],
}

/** Subsets in short: `http:80 tcp-8080 <- a b (c)`, those not ready in brackets. */
const shown = ({ addresses = [], notReadyAddresses = [], ports = [] }: EndpointSubset): string => {
  const names = [
    ...addresses.map(({ targetRef }) => targetRef?.name ?? ''),
    ...notReadyAddresses.map(({ targetRef }) => `(${targetRef?.name})`),
  ]
  return `${ports.map(({ name = '', port }) => `${name}:${port}`).join(' ')} <- ${names.toSorted().join(' ')}`
}

const subsetsIn = (cluster: TestCluster): readonly string[] | undefined =>
  cluster.get<Endpoints>('Endpoints', 'default', 'web')?.subsets?.map(shown)

const slicesIn = (cluster: TestCluster): readonly EndpointSlice[] =>
  cluster
    .list<EndpointSlice>('EndpointSlice', 'default')
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === 'web')

const conditionsIn = (cluster: TestCluster): readonly string[] =>
  slicesIn(cluster)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .map(
      ({ targetRef, conditions: { ready, serving, terminating } = {} }) =>
        `${targetRef?.name} ${ready} ${serving} ${terminating}`,
    )
    .toSorted()

interface Row {
  readonly name: string
  readonly spec?: Partial<Service['spec']>
  readonly pods: readonly Pod[]
  readonly change?: (cluster: TestCluster) => unknown
  readonly subsets: readonly string[] | undefined
  readonly conditions?: readonly string[]
}

const unready = (name: string) => (cluster: TestCluster) => cluster.patch(['Pod', name], readiness(false), 'status')
const held = (name: string): Pod => {
  const pod = aPod(name, web)
  return { ...pod, metadata: { ...pod.metadata, finalizers: ['example.com/hold'] } }
}

const rows: readonly Row[] = [
  { name: 'are there without pods', pods: [], subsets: undefined, conditions: [] },
  {
    name: 'list what the selector picks',
    pods: [aPod('a', web), aPod('b', { ...web, color: 'red' }), aPod('c', { app: 'other' })],
    subsets: [':80 <- a b'],
    conditions: ['a true true false', 'b true true false'],
  },
  {
    name: 'tell who is not ready',
    pods: [aPod('a', web), aPod('b', web)],
    change: unready('b'),
    subsets: [':80 <- (b) a'],
    conditions: ['a true true false', 'b false false false'],
  },
  {
    name: 'do not care where readiness does not count',
    spec: { publishNotReadyAddresses: true },
    pods: [aPod('a', web)],
    change: unready('a'),
    subsets: [':80 <- a'],
    conditions: ['a true false false'],
  },
  {
    name: 'leave out who is going; the slice tells',
    pods: [aPod('a', web), held('b')],
    change: cluster => cluster.remove(['Pod', 'b']),
    subsets: [':80 <- a'],
    conditions: ['a true true false', 'b false true true'],
  },
  {
    name: 'lose a pod that lost its label',
    pods: [aPod('a', web), aPod('b', web)],
    change: cluster => cluster.patch(['Pod', 'a'], { metadata: { labels: { app: null } } }),
    subsets: [':80 <- b'],
  },
  {
    name: 'lose a pod that has ended',
    pods: [aPod('a', web)],
    change: cluster => cluster.patch(['Pod', 'a'], { status: { phase: 'Failed' } }, 'status'),
    subsets: undefined,
  },
  {
    name: 'resolve a named port for each pod',
    spec: named,
    pods: [aPod('a', web, { ports: { http: 8080 } }), aPod('b', web, { ports: { http: 9090 } }), aPod('c', web)],
    subsets: ['http:8080 <- a', 'http:9090 <- b'],
  },
  {
    name: 'have several ports, in the order of their hashes',
    spec: two,
    pods: [aPod('a', web)],
    subsets: ['admin:9000 http:80 <- a'],
  },
  {
    name: 'are without ports where a headless Service has none',
    spec: { clusterIP: 'None', ports: [] },
    pods: [aPod('a', web)],
    subsets: [' <- a'],
  },
  {
    name: 'stay as they are when the selector is taken away',
    pods: [aPod('a', web)],
    change: cluster => {
      cluster.patch(['Service', 'web'], { spec: { selector: null } })
      cluster.remove(['Pod', 'a'])
    },
    subsets: [':80 <- a'],
  },
  {
    name: 'come back when they are deleted',
    pods: [aPod('a', web)],
    change: cluster => cluster.remove(['Endpoints', 'web']),
    subsets: [':80 <- a'],
  },
]

describe('endpoints and slices', () => {
  test.for(rows)('$name', ({ spec = {}, pods, change, subsets, conditions }) => {
    const cluster = aCluster()
    cluster.create(aService('web', spec))
    for (const pod of pods) cluster.create(pod)
    change?.(cluster)

    expect(cluster.find<Endpoints>('Endpoints', 'web')).toBeDefined()
    expect(subsetsIn(cluster)?.toSorted()).toEqual(subsets)
    if (conditions) expect(conditionsIn(cluster)).toEqual(conditions)
  })

  test('carry the labels of the Service and of who makes them', () => {
    const cluster = aCluster()
    const service = aService('web', { clusterIP: 'None' })
    cluster.create({ ...service, metadata: { ...service.metadata, labels: { tier: 'front' } } })
    expect(cluster.find('Endpoints', 'web').metadata.labels).toEqual({
      tier: 'front',
      'endpoints.kubernetes.io/managed-by': 'endpoint-controller',
      'service.kubernetes.io/headless': '',
    })
    expect(slicesIn(cluster)[0]?.metadata).toMatchObject({
      generateName: 'web-',
      labels: {
        tier: 'front',
        'kubernetes.io/service-name': 'web',
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        'service.kubernetes.io/headless': '',
      },
      ownerReferences: [{ kind: 'Service', name: 'web', controller: true, blockOwnerDeletion: true }],
    })
  })

  test('tell the hostname of a pod that says it belongs to the Service', () => {
    const cluster = aCluster()
    cluster.create(aService('web', { clusterIP: 'None' }))
    cluster.create(aPod('a', web, { hostname: 'one', subdomain: 'web' }))
    cluster.create(aPod('b', web, { hostname: 'two', subdomain: 'other' }))
    const hostnames = slicesIn(cluster).flatMap(({ endpoints }) => endpoints?.map(({ hostname }) => hostname))
    expect(hostnames).toEqual(['one', undefined])
    const [subset] = cluster.find<Endpoints>('Endpoints', 'web').subsets ?? []
    expect(subset?.addresses?.map(({ hostname }) => hostname).toSorted()).toEqual(['one', undefined])
  })

  test('go with the Service', () => {
    const cluster = aCluster()
    cluster.create(aService('web'))
    cluster.create(aPod('a', web))
    cluster.remove(['Service', 'web'])
    expect(cluster.get('Endpoints', 'default', 'web')).toBeUndefined()
    expect(slicesIn(cluster)).toEqual([])
  })

  test('do nothing when nothing changes', () => {
    const cluster = aCluster()
    cluster.create(aService('web'))
    cluster.create(aPod('a', web))
    const revisions = () =>
      [...slicesIn(cluster), cluster.find('Endpoints', 'web')].map(it => it.metadata.resourceVersion)
    const before = revisions()
    cluster.patch(['Pod', 'a'], { metadata: { annotations: { note: 'x' } } })
    cluster.patch(['Service', 'web'], { metadata: { annotations: { note: 'x' } } })
    expect(revisions()).toEqual(before)
  })
})

const trigger = 'endpoints.kubernetes.io/last-change-trigger-time'

describe('the trigger time', () => {
  test.for([
    { name: 'is when the Service was made', change: () => {}, time: '2026-11-20T10:00:10Z' },
    {
      name: 'is when a new pod became ready',
      change: (cluster: TestCluster) => cluster.create(aPod('b', web)),
      time: '2026-11-20T10:00:20Z',
    },
    {
      name: 'is gone after a change that says nothing of its time',
      change: (cluster: TestCluster) => cluster.patch(['Pod', 'a'], readiness(false), 'status'),
      time: undefined,
    },
    {
      name: 'is gone when a pod goes',
      change: (cluster: TestCluster) => cluster.remove(['Pod', 'a']),
      time: undefined,
    },
  ])('$name', ({ change, time }) => {
    const cluster = aCluster()
    cluster.create(aPod('a', web))
    cluster.pass(10_000)
    cluster.create(aService('web'))
    cluster.pass(10_000)
    change(cluster)
    expect(cluster.find('Endpoints', 'web').metadata.annotations?.[trigger]).toBe(time)
    expect(slicesIn(cluster)[0]?.metadata.annotations?.[trigger]).toBe(time)
  })
})
