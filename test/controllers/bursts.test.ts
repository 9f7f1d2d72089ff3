import { expect, test } from 'vitest'
import { aCluster } from '../support/cluster.ts'
import { aJob, aWorkload, podsOf } from '../support/workloads.ts'

const most = 2_147_483_647
const waiting = 2000

test.for([
  { kind: 'ReplicaSet', object: aWorkload('ReplicaSet', 'web', { replicas: most }) },
  { kind: 'StatefulSet', object: aWorkload('StatefulSet', 'web', { replicas: most, podManagementPolicy: 'Parallel' }) },
  { kind: 'Job', object: aJob('web', ['sleep', '1000'], { parallelism: most, completions: most }) },
  {
    kind: 'indexed Job',
    object: aJob('web', ['sleep', '1000'], { parallelism: 900, completions: 2000, completionMode: 'Indexed' }),
  },
])('a $kind of more pods than a second allows makes 500 a second', ({ object }) => {
  const cluster = aCluster()
  cluster.create(object)
  expect(cluster.list('Pod', 'default')).toHaveLength(500)

  cluster.pass(1000)
  expect(cluster.list('Pod', 'default').length).toBeOneOf([900, 1000])
})

test('what no node takes stops a workload', () => {
  const cluster = aCluster()
  cluster.create(aWorkload('ReplicaSet', 'web', { replicas: most }))
  cluster.pass(60_000)

  expect(podsOf(cluster, 'web').filter(({ spec }) => !spec.nodeName)).toHaveLength(waiting)
})
