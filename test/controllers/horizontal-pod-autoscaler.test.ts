import { expect, test } from 'vitest'
import type { Deployment, HorizontalPodAutoscaler } from '../../src/api/generated/types.ts'
import { aCluster } from '../support/cluster.ts'
import { aWorkload } from '../support/workloads.ts'

test.for([
  {
    name: 'knows no metrics',
    replicas: 3,
    target: 'web',
    size: 3,
    told: ['SucceededGetScale', 'FailedGetResourceMetric'],
  },
  {
    name: 'raises to the least',
    replicas: 1,
    target: 'web',
    size: 2,
    told: ['SucceededGetScale', 'FailedGetResourceMetric'],
  },
  {
    name: 'lowers to the most',
    replicas: 9,
    target: 'web',
    size: 5,
    told: ['SucceededGetScale', 'FailedGetResourceMetric'],
  },
  { name: 'leaves none alone', replicas: 0, target: 'web', size: 0, told: ['SucceededGetScale', 'ScalingDisabled'] },
  { name: 'misses its target', replicas: 3, target: 'nope', size: 3, told: ['FailedGetScale'] },
])('an autoscaler $name', ({ replicas, target, size, told }) => {
  const cluster = aCluster()
  cluster.create(aWorkload('Deployment', 'web', { replicas }))
  cluster.create({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'h' },
    spec: {
      minReplicas: 2,
      maxReplicas: 5,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
    },
  })

  expect(cluster.find<Deployment>('Deployment', 'web').spec?.replicas).toBe(size)
  const { status } = cluster.find<HorizontalPodAutoscaler>('HorizontalPodAutoscaler', 'h')
  expect(status?.conditions?.map(({ reason }) => reason)).toEqual(told)
})
