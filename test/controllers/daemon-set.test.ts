import { describe, expect, test } from 'vitest'
import type { DaemonSet } from '../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'
import { aTemplate, aWorkload, firstImages, podsOf } from '../support/workloads.ts'

const withSet = (spec: object = {}): TestCluster => {
  const cluster = aCluster()
  cluster.create(aWorkload('DaemonSet', 'agent', { ...spec }))
  return cluster
}
const nodes = (cluster: TestCluster) =>
  podsOf(cluster, 'agent')
    .map(({ spec }) => spec.nodeName)
    .toSorted()
const status = (cluster: TestCluster) => cluster.find<DaemonSet>('DaemonSet', 'agent').status
const workers = ['my-cluster-worker', 'my-cluster-worker2', 'my-cluster-worker3']

describe('a daemon set', () => {
  test('runs one pod on every worker', () => {
    const cluster = withSet()

    expect(nodes(cluster)).toEqual(workers)
    expect(status(cluster)).toEqual({
      currentNumberScheduled: 3,
      desiredNumberScheduled: 3,
      numberAvailable: 3,
      numberMisscheduled: 0,
      numberReady: 3,
      observedGeneration: 1,
      updatedNumberScheduled: 3,
    })
  })

  test('runs where its selector and its tolerations let it', () => {
    const tolerations = [{ operator: 'Exists' as const }]
    const nodeSelector = { 'kubernetes.io/hostname': 'my-cluster-worker2' }

    expect(nodes(withSet({ template: aTemplate('agent', {}, { tolerations }) }))).toHaveLength(4)
    expect(nodes(withSet({ template: aTemplate('agent', {}, { nodeSelector }) }))).toEqual(['my-cluster-worker2'])
  })

  test('stays on a cordoned node', () => {
    const cluster = withSet()
    cluster.patch(['Node', 'my-cluster-worker'], { spec: { unschedulable: true } })
    cluster.remove(['Pod', podsOf(cluster, 'agent')[0]?.metadata.name ?? ''])

    expect(nodes(cluster)).toEqual(workers)
  })

  test.for([
    { name: 'renews its pods', strategy: {}, images: ['nginx:2', 'nginx:2', 'nginx:2'] },
    {
      name: 'waits for somebody to delete them',
      strategy: { type: 'OnDelete' },
      images: ['nginx:1', 'nginx:1', 'nginx:1'],
    },
  ])('$name', ({ strategy, images }) => {
    const cluster = withSet({ updateStrategy: strategy })
    cluster.patch(['DaemonSet', 'agent'], { spec: { template: aTemplate('agent', { image: 'nginx:2' }) } })

    expect(firstImages(podsOf(cluster, 'agent'))).toEqual(images)
  })

  test('stops at the first one that does not become ready', () => {
    const cluster = withSet()
    const template = aTemplate('agent', { image: 'nginx:2', readinessProbe: { tcpSocket: { port: 81 } } })
    cluster.patch(['DaemonSet', 'agent'], { spec: { template } })

    expect(firstImages(podsOf(cluster, 'agent')).toSorted()).toEqual(['nginx:1', 'nginx:1', 'nginx:2'])
    expect(status(cluster)).toMatchObject({ updatedNumberScheduled: 1, numberUnavailable: 1 })
  })
})
