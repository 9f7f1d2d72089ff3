import { expect, test } from 'vitest'
import type { Probe } from '../../../src/api/generated/types.ts'
import { failuresOf, turnsOf } from '../../../src/controllers/kubelet/probe-turns.ts'

const seconds = (at: number) => at / 1000

/** A container that started at 0 and is broken in these stretches, in seconds. */
const probing = (probe: Probe, broken: readonly (readonly [from: number, to: number])[]) => ({
  probe,
  from: 0,
  startedAt: 0,
  changesAt: broken.flatMap(([from, to]) => [from * 1000, to * 1000]).filter(Number.isFinite),
  outcome: (at: number) =>
    broken.some(([from, to]) => at >= from * 1000 && at < to * 1000) ? 'connection refused' : undefined,
})

const forever = Number.POSITIVE_INFINITY

test.for([
  { name: 'passes at once', probe: {}, broken: [], turns: ['0 up'] },
  { name: 'passes after its delay', probe: { initialDelaySeconds: 5 }, broken: [], turns: ['5 up'] },
  { name: 'needs several successes', probe: { successThreshold: 3, periodSeconds: 2 }, broken: [], turns: ['4 up'] },
  { name: 'needs three failures', probe: {}, broken: [[0, forever]], turns: ['20 down'] },
  { name: 'counts failures from the next probe on', probe: {}, broken: [[12, forever]], turns: ['0 up', '40 down'] },
  { name: 'overlooks a short failure', probe: {}, broken: [[12, 35]], turns: ['0 up', '40 up'] },
  { name: 'does not see what happens between two probes', probe: {}, broken: [[12, 15]], turns: ['0 up', '20 up'] },
  { name: 'recovers', probe: { failureThreshold: 1 }, broken: [[12, 31]], turns: ['0 up', '20 down', '40 up'] },
] as const)('$name', ({ probe, broken, turns }) => {
  const found = turnsOf(probing(probe, broken)).map(({ at, passed }) => `${seconds(at)} ${passed ? 'up' : 'down'}`)

  expect(found).toEqual(turns)
})

test('a failure is found by the first probe after it', () => {
  const found = failuresOf(probing({ initialDelaySeconds: 3 }, [[4, forever]]))

  expect(found).toEqual([{ at: 13_000, message: 'connection refused' }])
})
