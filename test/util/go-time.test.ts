import { expect, test } from 'vitest'
import { goTimeFault } from '../../src/util/go-time.ts'

const layout = '"2006-01-02T15:04:05Z07:00"'

test.for([
  ['2024-02-29T00:00:00Z', undefined],
  ['2024-02-29T7:00:00.5+09:00', undefined],
  ['x', `parsing time "x" as ${layout}: cannot parse "x" as "2006"`],
  ['2024', `parsing time "2024" as ${layout}: cannot parse "" as "-"`],
  ['2024-1-01', `parsing time "2024-1-01" as ${layout}: cannot parse "1-01" as "01"`],
  ['2024-02-29 00:00:00Z', `parsing time "2024-02-29 00:00:00Z" as ${layout}: cannot parse " 00:00:00Z" as "T"`],
  ['2024-02-29T00:00:00', `parsing time "2024-02-29T00:00:00" as ${layout}: cannot parse "" as "Z07:00"`],
  ['2024-13-01T00:00:00Z', 'parsing time "2024-13-01T00:00:00Z": month out of range'],
  ['2023-02-29T00:00:00Z', 'parsing time "2023-02-29T00:00:00Z": day out of range'],
  ['2024-02-29T25:00:00Z', 'parsing time "2024-02-29T25:00:00Z": hour out of range'],
  ['2024-02-29T00:00:00Zx', 'parsing time "2024-02-29T00:00:00Zx": extra text: "x"'],
] as const)('%s', ([text, fault]) => {
  expect(goTimeFault(text)).toBe(fault)
})
