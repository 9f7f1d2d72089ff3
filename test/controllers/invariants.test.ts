import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EndpointSlice, Endpoints, Pod, Service } from '../../src/api/generated/types.ts'
import { matchesLabels } from '../../src/api/labels.ts'
import { StatusError } from '../../src/api/status-error.ts'
import { aPod, aService, readiness } from '../support/builders.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

type Step = (cluster: TestCluster) => unknown

const service = fc.constantFrom('one', 'two', 'three')
const pod = fc.constantFrom('p', 'q', 'r')
const app = fc.constantFrom('red', 'blue')
const type = fc.constantFrom('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName')
const nodePort = fc.constantFrom(undefined, 30_001, 30_002)

const deployment = (name: string, replicas: number): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'c', image: 'nginx' }] } },
  },
})

const typed = (kind: string, port: number | undefined): object => ({
  type: kind,
  externalName: kind === 'ExternalName' ? 'example.com' : null,
  ports: [{ port: 80, ...(port && kind === 'NodePort' ? { nodePort: port } : {}) }],
})

/** What may happen to a cluster, told in words so that a failure can be read. */
const step: fc.Arbitrary<readonly [text: string, step: Step]> = fc.oneof(
  fc
    .tuple(service, app, type, nodePort)
    .map(([name, label, kind, port]): readonly [string, Step] => [
      `create service ${name} ${label} ${kind} ${port}`,
      cluster => cluster.create(aService(name, { selector: { app: label }, ...typed(kind, port) })),
    ]),
  fc
    .tuple(service, type, nodePort)
    .map(([name, kind, port]): readonly [string, Step] => [
      `make service ${name} ${kind} ${port}`,
      cluster => cluster.patch(['Service', name], { spec: typed(kind, port) }),
    ]),
  fc
    .tuple(service, app)
    .map(([name, label]): readonly [string, Step] => [
      `select ${label} in ${name}`,
      cluster => cluster.patch(['Service', name], { spec: { selector: { app: label } } }),
    ]),
  service.map((name): readonly [string, Step] => [`delete service ${name}`, it => it.remove(['Service', name])]),
  fc
    .tuple(app, fc.integer({ min: 0, max: 4 }))
    .map(([name, count]): readonly [string, Step] => [
      `deploy ${name} ${count}`,
      cluster => cluster.create(deployment(name, count)),
    ]),
  fc
    .tuple(app, fc.integer({ min: 0, max: 4 }))
    .map(([name, replicas]): readonly [string, Step] => [
      `scale ${name} ${replicas}`,
      cluster => cluster.patch(['Deployment', name], { spec: { replicas } }),
    ]),
  app.map((name): readonly [string, Step] => [`delete deployment ${name}`, it => it.remove(['Deployment', name])]),
  fc
    .tuple(pod, app)
    .map(([name, label]): readonly [string, Step] => [
      `run ${name} ${label}`,
      cluster => cluster.create(aPod(name, { app: label })),
    ]),
  fc
    .tuple(pod, app)
    .map(([name, label]): readonly [string, Step] => [
      `relabel ${name} ${label}`,
      cluster => cluster.patch(['Pod', name], { metadata: { labels: { app: label } } }),
    ]),
  fc.tuple(fc.nat(9), fc.boolean()).map(([index, ready]): readonly [string, Step] => [
    `readiness of pod ${index}: ${ready}`,
    cluster => {
      const found = cluster.list<Pod>('Pod', 'default')[index]
      return found && cluster.patch(['Pod', found.metadata.name], readiness(ready), 'status')
    },
  ]),
  fc.nat(9).map((index): readonly [string, Step] => [
    `delete pod ${index}`,
    cluster => {
      const found = cluster.list<Pod>('Pod', 'default')[index]
      return found && cluster.remove(['Pod', found.metadata.name])
    },
  ]),
  fc.nat(20_000).map((time): readonly [string, Step] => [`pass ${time}`, cluster => cluster.pass(time)]),
)

const perform = (cluster: TestCluster, act: Step): void => {
  try {
    act(cluster)
  } catch (error) {
    // What the server refuses changes nothing.
    if (!(error instanceof StatusError)) throw error
  }
}

const isReady = ({ metadata, status }: Pod): boolean =>
  metadata.deletionTimestamp === undefined &&
  status?.phase === 'Running' &&
  (status.conditions ?? []).some(condition => condition.type === 'Ready' && condition.status === 'True')

const readyPods = (cluster: TestCluster, { spec }: Service): readonly (string | undefined)[] =>
  cluster
    .list<Pod>('Pod', 'default')
    .filter(({ metadata }) => matchesLabels(spec.selector, metadata.labels))
    .filter(isReady)
    .map(({ status }) => status?.podIP)
    .toSorted()

const inEndpoints = (cluster: TestCluster, name: string): readonly string[] =>
  (cluster.find<Endpoints>('Endpoints', name).subsets ?? [])
    .flatMap(({ addresses = [] }) => addresses.map(({ ip }) => ip))
    .toSorted()

const inSlices = (cluster: TestCluster, name: string): readonly string[] =>
  cluster
    .list<EndpointSlice>('EndpointSlice', 'default')
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === name)
    .flatMap(({ endpoints }) => endpoints ?? [])
    .filter(({ conditions }) => conditions?.ready)
    .flatMap(({ addresses }) => addresses)
    .toSorted()

const without = <T>(values: readonly (T | undefined)[]): readonly T[] => values.filter(value => value !== undefined)
const expectUnique = (values: readonly unknown[]): void => expect(values.length).toBe(new Set(values).size)

const checkInvariants = (cluster: TestCluster): void => {
  const services = cluster.list<Service>('Service')
  expectUnique(services.flatMap(({ spec }) => spec.clusterIPs ?? []).filter(address => address !== 'None'))
  expectUnique(without(services.flatMap(({ spec }) => (spec.ports ?? []).map(({ nodePort: port }) => port))))
  expectUnique(without(services.flatMap(({ status }) => status?.loadBalancer?.ingress?.map(({ ip }) => ip))))
  expectUnique(without(cluster.list<Pod>('Pod').map(({ status }) => status?.podIP)))
  for (const one of services.filter(({ spec }) => spec.selector && spec.type !== 'ExternalName')) {
    if (one.metadata.namespace !== 'default') continue
    const expected = readyPods(cluster, one)
    expect(inEndpoints(cluster, one.metadata.name)).toEqual(expected)
    expect(inSlices(cluster, one.metadata.name)).toEqual(expected)
  }
}

const deleteAll = (cluster: TestCluster): void => {
  for (const kind of ['Service', 'Deployment', 'Pod']) {
    for (const { metadata } of [...cluster.list(kind, 'default')])
      perform(cluster, it => it.remove([kind, metadata.name]))
  }
  cluster.pass(60_000)
}

describe('whatever happens', () => {
  test('endpoints follow the pods, and nothing is given twice', { timeout: 60_000 }, () => {
    const fresh = aCluster()
      .list('IPAddress')
      .map(({ metadata }) => metadata.name)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), steps => {
        const cluster = aCluster()
        cluster.create(aService('one', { selector: { app: 'red' } }))
        cluster.create(deployment('red', 2))
        for (const [, act] of steps) {
          perform(cluster, act)
          checkInvariants(cluster)
        }
        deleteAll(cluster)
        expect(cluster.list('IPAddress').map(({ metadata }) => metadata.name)).toEqual(fresh)
        expect(cluster.list('EndpointSlice', 'default').map(({ metadata }) => metadata.name)).toEqual(['kubernetes'])
        expect(cluster.list('Pod', 'default')).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('the same seed gives the same bytes', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30, size: 'max' }), fc.nat(1000), (steps, seed) => {
        const play = (): string => {
          const cluster = aCluster({ seed })
          for (const [, act] of steps) perform(cluster, act)
          return cluster.bytes
        }
        expect(play()).toBe(play())
      }),
      { numRuns: 15 },
    )
  })
})
