import { expect, test } from 'vitest'
import type { PersistentVolume, PersistentVolumeClaim } from '../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const claim = (spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec },
})

const volume = (name: string, storage: string) => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], capacity: { storage }, hostPath: { path: '/data' } },
})

const user = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'user' },
  spec: {
    containers: [{ name: 'c', image: 'nginx' }],
    volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'data' } }],
  },
}

const phases = (cluster: TestCluster) => [
  cluster.get<PersistentVolumeClaim>('PersistentVolumeClaim', 'default', 'data')?.status?.phase,
  ...cluster
    .list<PersistentVolume>('PersistentVolume')
    .map(({ metadata, status }) => `${metadata.name.slice(0, 5)} ${status?.phase}`),
]

test('the default class waits for a pod, then makes a volume; both go when nobody uses them', () => {
  const cluster = aCluster()
  cluster.create(claim())
  expect(phases(cluster)).toEqual(['Pending'])
  cluster.create(user)
  const [bound, made] = phases(cluster)
  expect([bound, made?.split(' ')[1]]).toEqual(['Bound', 'Bound'])
  cluster.remove(['PersistentVolumeClaim', 'data'])
  expect(phases(cluster)[0]).toBe('Bound')
  cluster.remove(['Pod', 'user'], { gracePeriodSeconds: 0 })
  expect(phases(cluster)).toEqual([undefined])
})

test('the smallest volume that suits is taken, and stays when its claim goes', () => {
  const cluster = aCluster()
  for (const object of [volume('large', '9Gi'), volume('right', '2Gi'), volume('small', '5Mi')]) cluster.create(object)
  cluster.create(claim({ storageClassName: '' }))
  expect(phases(cluster)).toEqual(['Bound', 'large Available', 'right Bound', 'small Available'])
  cluster.remove(['PersistentVolumeClaim', 'data'])
  expect(phases(cluster)).toEqual([undefined, 'large Available', 'right Released', 'small Available'])
})
