import { expect, test } from 'vitest'
import { createQueue } from '../../src/controllers/queue.ts'

test('gives calls back in their order, each once, also those that come meanwhile', () => {
  const queue = createQueue<string>(item => item)
  const taken: (string | undefined)[] = []
  const take = (): void => {
    taken.push(queue.take())
  }
  for (const item of ['a', 'b', 'a']) queue.add(item)
  take()
  for (const item of ['c', 'a', 'b']) queue.add(item)
  for (let times = 0; times < 4; times++) take()
  queue.add('d')
  take()

  expect(taken).toEqual(['a', 'b', 'c', 'a', undefined, 'd'])
  expect(queue.size).toBe(0)
})
