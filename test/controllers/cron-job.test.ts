import { describe, expect, test } from 'vitest'
import type { CronJob, Job } from '../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'
import { aJob } from '../support/workloads.ts'

const minute = 60_000

const withCronJob = (command: readonly string[], spec: object = {}): TestCluster => {
  const cluster = aCluster()
  const { spec: jobSpec } = aJob('once', command)
  const { kind, apiVersion } = { kind: 'CronJob', apiVersion: 'batch/v1' }
  cluster.create({
    apiVersion,
    kind,
    metadata: { name: 'often' },
    spec: { schedule: '* * * * *', jobTemplate: { spec: jobSpec }, ...spec },
  })
  return cluster
}
const jobs = (cluster: TestCluster) => cluster.list<Job>('Job', 'default').map(({ metadata }) => metadata.name)
const first = 29_919_480

describe('a cron job', () => {
  test('makes a job at each strike, and keeps the last three', () => {
    const cluster = withCronJob(['true'])
    expect(jobs(cluster)).toEqual([])

    cluster.pass(5 * minute)
    expect(jobs(cluster)).toEqual([3, 4, 5].map(index => `often-${first + index}`))
    expect(cluster.find<CronJob>('CronJob', 'often').status).toEqual({
      lastScheduleTime: '2026-11-20T10:05:00Z',
      lastSuccessfulTime: '2026-11-20T10:05:00Z',
    })
  })

  test.for([
    { name: 'lets jobs run beside each other', policy: 'Allow', expected: [1, 2, 3] },
    { name: 'waits for the one before', policy: 'Forbid', expected: [1] },
    { name: 'replaces the one before', policy: 'Replace', expected: [3] },
  ])('$name', ({ policy, expected }) => {
    const cluster = withCronJob(['sleep', '1d'], { concurrencyPolicy: policy })
    cluster.pass(3 * minute)

    expect(jobs(cluster)).toEqual(expected.map(index => `often-${first + index}`))
    expect(cluster.find<CronJob>('CronJob', 'often').status?.active).toHaveLength(expected.length)
  })

  test('rests while it is suspended', () => {
    const cluster = withCronJob(['true'], { suspend: true })
    cluster.pass(10 * minute)

    expect(jobs(cluster)).toEqual([])
  })
})
