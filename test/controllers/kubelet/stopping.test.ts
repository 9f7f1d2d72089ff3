import { describe, expect, test } from 'vitest'
import { aCluster } from '../../support/cluster.ts'
import { aBarePod } from '../../support/workloads.ts'

const exec = (line: string) => ({ exec: { command: ['sh', '-c', line] } })

describe('a pod that is deleted', () => {
  test.for([
    { name: 'goes at once without a hook', preStop: undefined, seconds: 0 },
    { name: 'waits for its sleep', preStop: { sleep: { seconds: 5 } }, seconds: 5 },
    { name: 'waits for its command', preStop: exec('sleep 7; date'), seconds: 7 },
    { name: 'goes at once where the command is not known', preStop: exec('drain-it'), seconds: 0 },
    { name: 'waits no longer than its grace period', preStop: exec('sleep infinity'), seconds: 30 },
    { name: 'has the grace period that is asked for', preStop: { sleep: { seconds: 25 } }, grace: 2, seconds: 2 },
    { name: 'is taken away by force', preStop: { sleep: { seconds: 25 } }, grace: 0, seconds: 0 },
  ])('$name', ({ preStop, grace, seconds }) => {
    const cluster = aCluster()
    cluster.create(aBarePod('p', preStop ? { lifecycle: { preStop } } : {}))

    cluster.remove(['Pod', 'p'], { gracePeriodSeconds: grace })
    let waited = 0
    for (; cluster.list('Pod', 'default').length > 0; waited++) cluster.pass(1000)

    expect(waited).toBe(seconds)
  })

  test('has no hook to wait for where nothing runs', () => {
    const cluster = aCluster({ startDelay: 60_000 })
    cluster.create(aBarePod('p', { lifecycle: { preStop: { sleep: { seconds: 5 } } } }))

    cluster.remove(['Pod', 'p'])

    expect(cluster.list('Pod', 'default')).toEqual([])
  })
})
