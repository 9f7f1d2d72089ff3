import { describe, expect, test } from 'vitest'
import type { Pod, ReplicaSet } from '../../src/api/generated/types.ts'
import { deletionOrder } from '../../src/controllers/workload/deletion-order.ts'
import { aCluster } from '../support/cluster.ts'
import { aBarePod, aTemplate, aWorkload, podsOf, toldOf } from '../support/workloads.ts'

const now = Date.parse('2026-11-20T10:00:00Z')

interface Traits {
  readonly node?: string
  readonly phase?: 'Pending' | 'Running'
  readonly readyFor?: number
  readonly cost?: string
  readonly restarts?: number
  readonly age?: number
}

const pod = (name: string, { node, phase = 'Running', readyFor, cost, restarts = 0, age = 1000 }: Traits): Pod => {
  const bare = aBarePod(name, {}, node ? { nodeName: node } : {})
  const at = (seconds: number) => new Date(now - seconds * 1000).toISOString()
  const ready = { type: 'Ready', status: 'True', lastTransitionTime: at(readyFor ?? 0) }
  return {
    ...bare,
    metadata: {
      ...bare.metadata,
      uid: name,
      creationTimestamp: at(age),
      ...(cost ? { annotations: { 'controller.kubernetes.io/pod-deletion-cost': cost } } : {}),
    },
    status: {
      phase,
      conditions: readyFor === undefined ? [] : [ready],
      containerStatuses: [{ name: 'c', image: '', imageID: '', ready: true, restartCount: restarts }],
    },
  }
}

describe('which pod goes first', () => {
  const ready = { node: 'a', readyFor: 500 }
  test.for([
    { name: 'without a node', first: {}, second: { node: 'a' } },
    { name: 'pending', first: { node: 'a', phase: 'Pending' as const }, second: { node: 'a' } },
    { name: 'not ready', first: { node: 'a' }, second: ready },
    { name: 'cheap', first: { ...ready, cost: '-5' }, second: ready },
    { name: 'ready for a short time', first: { node: 'a', readyFor: 5 }, second: ready },
    { name: 'often restarted', first: { ...ready, restarts: 3 }, second: ready },
    { name: 'young', first: { ...ready, age: 10 }, second: ready },
    { name: 'of the same age, by uid', first: { ...ready, age: 1000 }, second: { ...ready, age: 1001 } },
  ])('$name', ({ first, second }) => {
    const pods = [pod('b', second), pod('a', first)]

    expect(pods.toSorted(deletionOrder(pods, now)).map(({ metadata }) => metadata.name)).toEqual(['a', 'b'])
  })

  test('on the node with the most of them', () => {
    const pods = [
      pod('a', { node: 'one', readyFor: 500 }),
      ...['b', 'c'].map(name => pod(name, { node: 'two', readyFor: 500 })),
    ]

    expect(pods.toSorted(deletionOrder(pods, now)).map(({ metadata }) => metadata.name)).toEqual(['b', 'c', 'a'])
  })
})

describe('a replica set', () => {
  test('keeps its size, and tells what it does', () => {
    const cluster = aCluster()
    cluster.create(aWorkload('ReplicaSet', 'web', { replicas: 2 }))
    const [first] = podsOf(cluster, 'web')
    cluster.patch(['ReplicaSet', 'web'], { spec: { replicas: 1 } })

    expect(cluster.find<ReplicaSet>('ReplicaSet', 'web').status).toMatchObject({ replicas: 1, availableReplicas: 1 })
    expect(toldOf(cluster, 'web').map(text => text.split(':')[0])).toEqual([
      'SuccessfulCreate',
      'SuccessfulCreate',
      'SuccessfulDelete',
    ])
    cluster.remove(['Pod', podsOf(cluster, 'web')[0]?.metadata.name ?? ''])
    expect(podsOf(cluster, 'web')).toHaveLength(1)
    expect(podsOf(cluster, 'web')[0]?.metadata.name).not.toBe(first?.metadata.name)
  })

  test('takes over pods that nobody manages, and lets go of those that are relabelled', () => {
    const cluster = aCluster()
    const lonely = aBarePod('lonely')
    cluster.create({ ...lonely, metadata: { ...lonely.metadata, labels: { app: 'web' } } })
    cluster.create(aWorkload('ReplicaSet', 'web', { replicas: 2 }))
    expect(podsOf(cluster, 'web')).toHaveLength(2)

    cluster.patch(['Pod', 'lonely'], { metadata: { labels: { app: 'other' } } })
    expect(cluster.find<Pod>('Pod', 'lonely').metadata.ownerReferences ?? []).toEqual([])
    expect(podsOf(cluster, 'web')).toHaveLength(2)
  })

  test('tries again, ever more seldom, where its pods are refused', () => {
    const cluster = aCluster()
    const template = aTemplate('web', {}, { serviceAccountName: 'robot' })
    cluster.create(aWorkload('ReplicaSet', 'web', { replicas: 2, template }))

    expect(podsOf(cluster, 'web')).toHaveLength(0)
    expect(toldOf(cluster, 'web')[0]).toMatch(
      /^FailedCreate: Error creating: pods .* serviceaccount "robot" not found$/,
    )
    cluster.create({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'robot' } })
    cluster.pass(60_000)
    expect(podsOf(cluster, 'web')).toHaveLength(2)
  })
})
