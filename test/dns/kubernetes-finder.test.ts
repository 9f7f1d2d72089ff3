import { expect, test } from 'vitest'
import { finder } from '../../src/dns/kubernetes/finder.ts'

const items = ['a1', 'a2', 'b1']

const counted = (canSearch: boolean) => {
  const calls = { all: 0, search: 0 }
  const find = finder({
    all: () => {
      calls.all += 1
      return items
    },
    keys: item => [item.slice(0, 1)],
    canSearch: () => canSearch,
    search: key => {
      calls.search += 1
      return items.filter(item => item.includes(key))
    },
  })
  return { find, calls }
}

test.for([
  { name: 'the first keys are searched for', canSearch: true, times: 2, calls: { all: 0, search: 2 } },
  { name: 'many keys are worth a table', canSearch: true, times: 10, calls: { all: 1, search: 4 } },
  { name: 'a table is made where nothing can be searched', canSearch: false, times: 10, calls: { all: 1, search: 0 } },
])('$name', ({ canSearch, times, calls }) => {
  const { find, calls: made } = counted(canSearch)
  for (let time = 0; time < times; time += 1) expect(find('a')).toEqual(['a1', 'a2'])
  expect(made).toEqual(calls)
})
