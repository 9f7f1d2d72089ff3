import { expect, test } from 'vitest'
import type { PodDisruptionBudget } from '../../src/api/generated/types.ts'
import { aCluster } from '../support/cluster.ts'
import { aWorkload } from '../support/workloads.ts'

test.for([
  { name: 'a number that stays', spec: { minAvailable: 2 }, expected: { disruptionsAllowed: 2, desiredHealthy: 2 } },
  { name: 'a share that stays', spec: { minAvailable: '60%' }, expected: { disruptionsAllowed: 1, desiredHealthy: 3 } },
  { name: 'a number that may go', spec: { maxUnavailable: 1 }, expected: { disruptionsAllowed: 1, desiredHealthy: 3 } },
  { name: 'more than there are', spec: { minAvailable: 9 }, expected: { disruptionsAllowed: 0, desiredHealthy: 9 } },
])('a budget of $name', ({ spec, expected }) => {
  const cluster = aCluster()
  const selector = { matchLabels: { app: 'web' } }
  const budget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'b' } }
  cluster.create({ ...budget, spec: { selector, ...spec } })
  cluster.create(aWorkload('Deployment', 'web', { replicas: 4 }))

  const { status } = cluster.find<PodDisruptionBudget>('PodDisruptionBudget', 'b')
  expect(status).toMatchObject({ currentHealthy: 4, expectedPods: 4, ...expected })
  expect(status?.conditions?.[0]?.reason).toBe(expected.disruptionsAllowed > 0 ? 'SufficientPods' : 'InsufficientPods')
})
