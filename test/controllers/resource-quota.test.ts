import { expect, test } from 'vitest'
import type { ResourceQuota } from '../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'

const quota = (hard: object, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'q' },
  spec: { hard, ...spec },
})

const pod = (name: string, requests?: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'c', image: 'nginx', ...(requests ? { resources: { requests } } : {}) }] },
})

const service = (name: string, type: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: {
    type,
    ports: [
      { name: 'a', port: 80 },
      { name: 'b', port: 81 },
    ],
  },
})

const usedIn = (cluster: TestCluster) => cluster.find<ResourceQuota>('ResourceQuota', 'q').status?.used

// The namespace has the Service of the API server already.
test.for([
  [{ pods: '1' }, [pod('a')], pod('b'), 'exceeded quota: q, requested: pods=1, used: pods=1, limited: pods=1'],
  [
    { 'requests.cpu': '500m', pods: '9' },
    [pod('a', { cpu: '300m' })],
    pod('b', { cpu: '0.3' }),
    'exceeded quota: q, requested: requests.cpu=300m, used: requests.cpu=300m, limited: requests.cpu=500m',
  ],
  [
    { 'limits.memory': '1Gi', cpu: '1' },
    [],
    pod('b'),
    'failed quota: q: must specify cpu for: c; limits.memory for: c',
  ],
  [
    { 'services.nodeports': '3' },
    [service('a', 'NodePort'), service('b', 'ClusterIP')],
    service('c', 'LoadBalancer'),
    'exceeded quota: q, requested: services.nodeports=2, used: services.nodeports=2, limited: services.nodeports=3',
  ],
  [
    { 'count/services': '2' },
    [service('a', 'ClusterIP')],
    service('b', 'ClusterIP'),
    'exceeded quota: q, requested: count/services=1, used: count/services=2, limited: count/services=2',
  ],
] as const)('%j', ([hard, before, object, refusal]) => {
  const cluster = aCluster()
  cluster.create(quota(hard))
  for (const other of before) cluster.create(other)
  expect(() => cluster.create(object)).toThrow(refusal)
})

test('what goes is given back, and a quota with scopes counts what is in them', () => {
  const cluster = aCluster()
  cluster.create(quota({ pods: '5' }, { scopes: ['NotBestEffort'] }))
  cluster.create(pod('modest'))
  cluster.create(pod('asking', { cpu: '1' }))
  expect(usedIn(cluster)).toEqual({ pods: '1' })
  cluster.remove(['Pod', 'asking'], { gracePeriodSeconds: 0 })
  expect(usedIn(cluster)).toEqual({ pods: '0' })
})
