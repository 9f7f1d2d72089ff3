import { describe, expect, test } from 'vitest'
import type { DeleteOptions } from '../../src/api/client.ts'
import type { OwnerReference } from '../../src/api/generated/types.ts'
import { resources } from '../../src/api/resources/index.ts'
import { mayOwn } from '../../src/controllers/garbage-collector/plausible.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'web' } },
    template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'web', image: 'nginx' }] } },
  },
}

const config = (name: string, ownerReferences: readonly OwnerReference[] = [], finalizers: readonly string[] = []) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ownerReferences, finalizers },
})

const referenceTo = (cluster: TestCluster, name: string, blockOwnerDeletion = false): OwnerReference => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  name,
  uid: cluster.find('ConfigMap', name).metadata.uid ?? '',
  blockOwnerDeletion,
})

const counts = (cluster: TestCluster) =>
  ['Deployment', 'ReplicaSet', 'Pod'].map(kind => cluster.list(kind, 'default').length)

const configs = (cluster: TestCluster): readonly string[] =>
  cluster
    .list('ConfigMap', 'default')
    .map(({ metadata }) => metadata.name)
    .filter(name => name !== 'kube-root-ca.crt')

describe('what a deployment owns', () => {
  test.for<{ policy: DeleteOptions['propagationPolicy']; left: number[] }>([
    { policy: 'Background', left: [0, 0, 0] },
    { policy: 'Foreground', left: [0, 0, 0] },
    { policy: 'Orphan', left: [0, 1, 2] },
  ])('is left $left after a deletion in $policy', ({ policy, left }) => {
    const cluster = aCluster()
    cluster.create(deployment)
    expect(counts(cluster)).toEqual([1, 1, 2])
    cluster.remove(['Deployment', 'web'], { propagationPolicy: policy })
    cluster.pass(60_000)
    expect(counts(cluster)).toEqual(left)
    const orphans = cluster.list('ReplicaSet', 'default').map(({ metadata }) => metadata.ownerReferences)
    expect(orphans).toEqual(orphans.map(() => undefined))
  })
})

describe('a dependent', () => {
  test('goes with its last owner', () => {
    const cluster = aCluster()
    cluster.create(config('one'))
    cluster.create(config('two'))
    cluster.create(config('child', [referenceTo(cluster, 'one'), referenceTo(cluster, 'two')]))
    cluster.remove(['ConfigMap', 'one'])
    expect(configs(cluster)).toEqual(['child', 'two'])
    expect(cluster.find('ConfigMap', 'child').metadata.ownerReferences?.map(({ name }) => name)).toEqual(['two'])
    cluster.remove(['ConfigMap', 'two'])
    expect(configs(cluster)).toEqual([])
  })

  test('of an owner that never was goes at once', () => {
    const cluster = aCluster()
    cluster.create(config('child', [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'nobody', uid: 'x' }]))
    expect(configs(cluster)).toEqual([])
  })

  test('of a kind that nobody knows stays', () => {
    const cluster = aCluster()
    cluster.create(config('child', [{ apiVersion: 'example.com/v1', kind: 'Thing', name: 'thing', uid: 'x' }]))
    expect(configs(cluster)).toEqual(['child'])
  })

  test.for([
    { name: 'that blocks keeps its owner', blocks: true, left: ['child', 'owner'] },
    { name: 'that does not block lets it go', blocks: false, left: ['child'] },
  ])('$name in the foreground', ({ blocks, left }) => {
    const cluster = aCluster()
    cluster.create(config('owner'))
    cluster.create(config('child', [referenceTo(cluster, 'owner', blocks)], ['example.com/hold']))
    cluster.remove(['ConfigMap', 'owner'], { propagationPolicy: 'Foreground' })
    expect(configs(cluster)).toEqual(left)
    cluster.patch(['ConfigMap', 'child'], { metadata: { finalizers: null } })
    expect(configs(cluster)).toEqual([])
  })
})

describe('plausible owners', () => {
  test('of every kind that controllers make are known', () => {
    const known = resources.map(({ kind }) => kind)
    const pairs = [
      ['Deployment', 'ReplicaSet'],
      ['ReplicaSet', 'Pod'],
      ['StatefulSet', 'Pod'],
      ['DaemonSet', 'Pod'],
      ['Job', 'Pod'],
      ['CronJob', 'Job'],
      ['Service', 'EndpointSlice'],
      ['Endpoints', 'EndpointSlice'],
    ] as const
    const wrong = pairs.filter(([owner, dependent]) => known.includes(owner) && !mayOwn(owner, dependent))
    expect(wrong).toEqual([])
  })
})
