import { expect, test } from 'vitest'
import { readSchedule } from '../../../src/controllers/cron-job/schedule.ts'

const after = (text: string, from: string): string | undefined => {
  const next = readSchedule(text)?.next(Date.parse(from))
  return next === undefined ? undefined : new Date(next).toISOString().slice(0, 16)
}

test.for([
  { schedule: '* * * * *', from: '2026-11-20T10:00:30Z', next: '2026-11-20T10:01' },
  { schedule: '*/5 * * * *', from: '2026-11-20T10:00:00Z', next: '2026-11-20T10:05' },
  { schedule: '0 3 1 1 *', from: '2026-11-20T10:00:00Z', next: '2027-01-01T03:00' },
  { schedule: '30 9-17 * * mon-fri', from: '2026-11-20T18:00:00Z', next: '2026-11-23T09:30' },
  { schedule: '0 0 13 * 5', from: '2026-11-20T10:00:00Z', next: '2026-11-27T00:00' },
  { schedule: '0 0 29 feb *', from: '2026-11-20T10:00:00Z', next: '2028-02-29T00:00' },
  { schedule: '0 12 * * 7', from: '2026-11-20T10:00:00Z', next: '2026-11-22T12:00' },
  { schedule: '10/20 * * * *', from: '2026-11-20T10:10:00Z', next: '2026-11-20T10:30' },
  { schedule: '@daily', from: '2026-11-20T10:00:00Z', next: '2026-11-21T00:00' },
  { schedule: '@every 1h30m', from: '2026-11-20T10:00:00Z', next: '2026-11-20T11:30' },
  { schedule: '0 0 30 2 *', from: '2026-11-20T10:00:00Z', next: undefined },
  { schedule: '61 * * * *', from: '2026-11-20T10:00:00Z', next: undefined },
  { schedule: '* * * *', from: '2026-11-20T10:00:00Z', next: undefined },
])('$schedule', ({ schedule, from, next }) => {
  expect(after(schedule, from)).toBe(next)
})
