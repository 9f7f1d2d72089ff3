import { describe, expect, test } from 'vitest'
import type { Job, Pod } from '../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'
import { aJob, toldOf } from '../support/workloads.ts'

const withJob = (command: readonly string[], spec: Record<string, unknown> = {}): TestCluster => {
  const cluster = aCluster()
  cluster.create(aJob('once', command, spec))
  return cluster
}
const status = (cluster: TestCluster) => cluster.find<Job>('Job', 'once').status
const conditions = (cluster: TestCluster) =>
  (status(cluster)?.conditions ?? []).map(({ type, reason }) => `${type} ${reason}`)
const pods = (cluster: TestCluster) => cluster.list<Pod>('Pod', 'default')

describe('a job', () => {
  test('runs its pods until enough have succeeded', () => {
    const cluster = withJob(['sleep', '5'], { completions: 3, parallelism: 2 })
    expect(status(cluster)).toMatchObject({ active: 2, ready: 2 })

    cluster.pass(5000)
    expect(status(cluster)).toMatchObject({ active: 1, succeeded: 2 })
    cluster.pass(5000)
    expect(status(cluster)).toMatchObject({ succeeded: 3, completionTime: '2026-11-20T10:00:10Z' })
    expect(conditions(cluster)).toEqual(['SuccessCriteriaMet CompletionsReached', 'Complete CompletionsReached'])
    expect(toldOf(cluster, 'once').at(-1)).toBe('Completed: Job completed')
    expect(pods(cluster).flatMap(({ metadata }) => metadata.finalizers ?? [])).toEqual([])
  })

  test('tries again, ever later, and then gives up', () => {
    const cluster = withJob(['false'], { backoffLimit: 2 })
    const failed = [0, 9999, 1, 19_999, 1].map(milliseconds => {
      cluster.pass(milliseconds)
      return status(cluster)?.failed
    })

    expect(failed).toEqual([1, 1, 2, 2, 3])
    expect(conditions(cluster)).toEqual(['FailureTarget BackoffLimitExceeded', 'Failed BackoffLimitExceeded'])
  })

  test('numbers its pods where it is indexed', () => {
    const cluster = withJob(['sleep', '5'], { completions: 3, parallelism: 2, completionMode: 'Indexed' })
    expect(pods(cluster).map(({ spec }) => spec.hostname)).toEqual(['once-0', 'once-1'])

    cluster.pass(10_000)
    expect(status(cluster)).toMatchObject({ completedIndexes: '0-2', succeeded: 3 })
  })

  test('counts a pod that somebody takes away as failed', () => {
    const cluster = withJob(['sleep', '1d'])
    cluster.remove(['Pod', pods(cluster)[0]?.metadata.name ?? ''])

    expect(pods(cluster)).toHaveLength(1)
    expect(status(cluster)).toMatchObject({ active: 1, failed: 1 })
  })

  test('rests while it is suspended', () => {
    const cluster = withJob(['sleep', '1d'], { suspend: true })
    expect(pods(cluster)).toEqual([])
    expect(conditions(cluster)).toEqual(['Suspended JobSuspended'])

    cluster.patch(['Job', 'once'], { spec: { suspend: false } })
    expect(status(cluster)).toMatchObject({ active: 1 })
  })

  test('ends at its deadline', () => {
    const cluster = withJob(['sleep', '1d'], { activeDeadlineSeconds: 60 })
    cluster.pass(60_000)

    expect(conditions(cluster).at(-1)).toBe('Failed DeadlineExceeded')
    expect(pods(cluster).filter(({ status: { phase } = {} }) => phase === 'Running')).toEqual([])
  })

  test('goes by itself, with its pods', () => {
    const cluster = withJob(['true'], { ttlSecondsAfterFinished: 30 })
    cluster.pass(30_000)

    expect(cluster.list('Job', 'default')).toEqual([])
    expect(pods(cluster)).toEqual([])
  })

  test('lets its pods go when it is deleted before they end', () => {
    const cluster = withJob(['sleep', '1d'])
    cluster.remove(['Job', 'once'], { propagationPolicy: 'Background' })

    expect(pods(cluster)).toEqual([])
  })
})
