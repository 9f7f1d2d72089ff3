import { describe, expect, test } from 'vitest'
import type { ControllerRevision, Pod, StatefulSet } from '../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'
import { aTemplate, aWorkload, firstImages, podsOf, toldOf } from '../support/workloads.ts'

const withSet = (spec: object = {}): TestCluster => {
  const cluster = aCluster()
  cluster.create(aWorkload('StatefulSet', 'db', { serviceName: 'db', replicas: 3, ...spec }))
  return cluster
}
const names = (cluster: TestCluster) => podsOf(cluster, 'db').map(({ metadata }) => metadata.name)
const status = (cluster: TestCluster) => cluster.find<StatefulSet>('StatefulSet', 'db').status
const image = (name: string) => ({ spec: { template: aTemplate('db', { image: name }) } })
const steps = (cluster: TestCluster) => toldOf(cluster, 'db').map(text => text.replace(/.*: (\w+ Pod db-\d).*/, '$1'))

describe('a stateful set', () => {
  test('makes its pods one after the other, with names of their own', () => {
    const cluster = withSet()

    expect(names(cluster)).toEqual(['db-0', 'db-1', 'db-2'])
    expect(cluster.find<Pod>('Pod', 'db-1')).toMatchObject({
      metadata: { labels: { 'apps.kubernetes.io/pod-index': '1', 'statefulset.kubernetes.io/pod-name': 'db-1' } },
      spec: { hostname: 'db-1', subdomain: 'db' },
    })
    expect(toldOf(cluster, 'db')).toEqual(
      [0, 1, 2].map(index => `SuccessfulCreate: Create Pod db-${index} in StatefulSet db successful`),
    )
    expect(status(cluster)).toMatchObject({ replicas: 3, readyReplicas: 3, availableReplicas: 3, collisionCount: 0 })
  })

  test('waits for one that is not ready, unless it works in parallel', () => {
    const template = aTemplate('db', { readinessProbe: { tcpSocket: { port: 81 } } })

    expect(names(withSet({ template }))).toEqual(['db-0'])
    expect(names(withSet({ template, podManagementPolicy: 'Parallel' }))).toEqual(['db-0', 'db-1', 'db-2'])
  })

  test('shrinks from the end, and makes one anew that is gone', () => {
    const cluster = withSet()
    const { uid } = cluster.find<Pod>('Pod', 'db-0').metadata
    cluster.patch(['StatefulSet', 'db'], { spec: { replicas: 1 } })
    expect(names(cluster)).toEqual(['db-0'])
    expect(steps(cluster).slice(3)).toEqual(['Delete Pod db-2', 'Delete Pod db-1'])

    cluster.remove(['Pod', 'db-0'])
    expect(cluster.find<Pod>('Pod', 'db-0').metadata.uid).not.toBe(uid)
  })

  test('renews its pods from the end', () => {
    const cluster = withSet()
    cluster.patch(['StatefulSet', 'db'], image('nginx:2'))

    expect(firstImages(podsOf(cluster, 'db'))).toEqual(['nginx:2', 'nginx:2', 'nginx:2'])
    expect(steps(cluster).filter(text => text.startsWith('Delete'))).toEqual([
      'Delete Pod db-2',
      'Delete Pod db-1',
      'Delete Pod db-0',
    ])
    expect(status(cluster)?.currentRevision).toBe(status(cluster)?.updateRevision)
  })

  test('keeps to its partition', () => {
    const cluster = withSet({ updateStrategy: { rollingUpdate: { partition: 2 } } })
    cluster.patch(['StatefulSet', 'db'], image('nginx:2'))
    cluster.remove(['Pod', 'db-0'])

    expect(firstImages(podsOf(cluster, 'db'))).toEqual(['nginx:1', 'nginx:1', 'nginx:2'])
    expect(status(cluster)).toMatchObject({ currentReplicas: 2, updatedReplicas: 1 })
  })

  test('gives a template that comes back the highest revision', () => {
    const cluster = withSet()
    cluster.patch(['StatefulSet', 'db'], image('nginx:2'))
    cluster.patch(['StatefulSet', 'db'], image('nginx:1'))

    const revisions = cluster.list<ControllerRevision>('ControllerRevision', 'default')
    expect(revisions.map(({ revision }) => revision).toSorted()).toEqual([2, 3])
  })

  test('keeps a claim for each pod', () => {
    const claim = {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    }
    const cluster = withSet({ replicas: 2, volumeClaimTemplates: [claim] })
    cluster.remove(['Pod', 'db-0'])

    expect(cluster.list('PersistentVolumeClaim', 'default').map(({ metadata }) => metadata.name)).toEqual([
      'data-db-0',
      'data-db-1',
    ])
    expect(cluster.find<Pod>('Pod', 'db-0').spec.volumes?.[0]).toEqual({
      name: 'data',
      persistentVolumeClaim: { claimName: 'data-db-0' },
    })
  })
})
