import { describe, expect, test } from 'vitest'
import type { Deployment, ReplicaSet } from '../../src/api/generated/types.ts'
import { isPodReady } from '../../src/api/pod-status.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'
import { aTemplate, aWorkload, firstImages, podsOf, toldOf } from '../support/workloads.ts'

const image = (name: string) => ({ spec: { template: aTemplate('web', { image: name }) } })
const find = (cluster: TestCluster) => cluster.find<Deployment>('Deployment', 'web')
const sizes = (cluster: TestCluster) =>
  cluster
    .list<ReplicaSet>('ReplicaSet', 'default')
    .toSorted((left, right) => revisionOf(left) - revisionOf(right))
    .map(({ spec }) => spec.replicas)
const revisionOf = ({ metadata }: ReplicaSet) => Number(metadata.annotations?.['deployment.kubernetes.io/revision'])
const reasons = ({ status }: Deployment) =>
  Object.fromEntries((status?.conditions ?? []).map(({ type, status: is, reason }) => [type, `${is} ${reason}`]))

/** A cluster with the Deployment `web`, whose pods never become ready if `stuck`. */
const withWeb = (spec: object = {}, { stuck = false } = {}): TestCluster => {
  const cluster = aCluster()
  const probe = stuck ? { readinessProbe: { tcpSocket: { port: 81 } } } : {}
  cluster.create(aWorkload('Deployment', 'web', { replicas: 3, template: aTemplate('web', probe), ...spec }))
  return cluster
}

describe('a deployment', () => {
  test('runs its pods and says so', () => {
    const cluster = withWeb()

    expect(podsOf(cluster, 'web').filter(isPodReady)).toHaveLength(3)
    expect(find(cluster).status).toMatchObject({
      observedGeneration: 1,
      replicas: 3,
      updatedReplicas: 3,
      readyReplicas: 3,
      availableReplicas: 3,
    })
    expect(reasons(find(cluster))).toEqual({
      Available: 'True MinimumReplicasAvailable',
      Progressing: 'True NewReplicaSetAvailable',
    })
    expect(cluster.list<ReplicaSet>('ReplicaSet', 'default')[0]?.metadata.annotations).toEqual({
      'deployment.kubernetes.io/desired-replicas': '3',
      'deployment.kubernetes.io/max-replicas': '4',
      'deployment.kubernetes.io/revision': '1',
    })
  })

  test.for([
    { name: 'one by one', strategy: undefined, steps: ['from 0 to 1', 'from 3 to 2', 'from 1 to 2'] },
    {
      name: 'without surge',
      strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
      steps: ['from 3 to 2', 'from 0 to 1', 'from 2 to 1'],
    },
    { name: 'all at once', strategy: { type: 'Recreate' }, steps: ['from 3 to 0', 'from 0 to 3'] },
  ])('rolls $name', ({ strategy, steps }) => {
    const cluster = withWeb({ strategy })
    const before = toldOf(cluster, 'web').length

    cluster.patch(['Deployment', 'web'], image('nginx:2'))

    const told = toldOf(cluster, 'web').slice(before)
    expect(told.slice(0, steps.length).map(text => text.replace(/.* (from \d to \d)$/, '$1'))).toEqual(steps)
    expect(firstImages(podsOf(cluster, 'web'))).toEqual(['nginx:2', 'nginx:2', 'nginx:2'])
    expect(sizes(cluster)).toEqual([0, 3])
  })

  test('gives a template that comes back the next revision', () => {
    const cluster = withWeb()
    cluster.patch(['Deployment', 'web'], image('nginx:2'))
    cluster.patch(['Deployment', 'web'], image('nginx:1'))

    expect(find(cluster).metadata.annotations).toMatchObject({ 'deployment.kubernetes.io/revision': '3' })
    expect(sizes(cluster)).toEqual([0, 3])
  })

  test('keeps as many old sets as it is told', () => {
    const cluster = withWeb({ revisionHistoryLimit: 1 })
    for (const version of [2, 3, 4]) cluster.patch(['Deployment', 'web'], image(`nginx:${version}`))

    expect(cluster.list<ReplicaSet>('ReplicaSet', 'default').map(revisionOf).toSorted()).toEqual([3, 4])
  })

  test('does not roll while it is paused, but scales', () => {
    const cluster = withWeb({ paused: true })
    expect(podsOf(cluster, 'web')).toEqual([])

    cluster.patch(['Deployment', 'web'], { spec: { paused: false } })
    cluster.patch(['Deployment', 'web'], { spec: { paused: true, ...image('nginx:2').spec } })
    cluster.patch(['Deployment', 'web'], { spec: { replicas: 2 } })

    expect(firstImages(podsOf(cluster, 'web'))).toEqual(['nginx:1', 'nginx:1'])
    expect(reasons(find(cluster))).toMatchObject({ Progressing: 'Unknown DeploymentPaused' })
  })

  test('stops an update that does not become ready, and says when it is too late', () => {
    const cluster = withWeb({ progressDeadlineSeconds: 60 })
    const broken = aTemplate('web', { image: 'nginx:2', readinessProbe: { tcpSocket: { port: 81 } } })
    cluster.patch(['Deployment', 'web'], { spec: { template: broken } })

    expect(sizes(cluster)).toEqual([3, 1])
    expect(reasons(find(cluster))).toMatchObject({ Progressing: 'True ReplicaSetUpdated' })
    cluster.pass(61_000)
    expect(reasons(find(cluster))).toEqual({
      Available: 'True MinimumReplicasAvailable',
      Progressing: 'False ProgressDeadlineExceeded',
    })
  })

  test('shares out what is scaled in the midst of an update', () => {
    const cluster = withWeb({ replicas: 10, strategy: { rollingUpdate: { maxSurge: 3, maxUnavailable: 2 } } })
    const broken = aTemplate('web', { image: 'nginx:2', readinessProbe: { tcpSocket: { port: 81 } } })
    cluster.patch(['Deployment', 'web'], { spec: { template: broken } })
    expect(sizes(cluster)).toEqual([8, 5])

    cluster.patch(['Deployment', 'web'], { spec: { replicas: 15 } })
    expect(sizes(cluster)).toEqual([11, 7])
  })

  test('waits for minReadySeconds before a pod counts', () => {
    const cluster = withWeb({ minReadySeconds: 10 })

    expect(find(cluster).status).toMatchObject({ readyReplicas: 3, unavailableReplicas: 3 })
    cluster.pass(10_000)
    expect(find(cluster).status).toMatchObject({ availableReplicas: 3 })
  })

  test('takes over a set that nobody manages', () => {
    const cluster = withWeb()
    const [before] = podsOf(cluster, 'web')
    cluster.remove(['Deployment', 'web'], { propagationPolicy: 'Orphan' })
    cluster.create(aWorkload('Deployment', 'web', { replicas: 3 }))

    expect(podsOf(cluster, 'web')[0]?.metadata.uid).toBe(before?.metadata.uid)
    expect(sizes(cluster)).toEqual([3])
  })
})
