import { expect, test } from 'vitest'
import type { Event } from '../../src/api/generated/types.ts'
import { event } from '../../src/api/resources/event.ts'
import { createLocalClient } from '../../src/apiserver/local-client.ts'
import { aBackend } from '../support/backend.ts'
import { aPod } from '../support/builders.ts'
import { aCluster } from '../support/cluster.ts'

const minute = 60_000

test('an event is to be seen for an hour', async () => {
  const backend = aBackend()
  const client = createLocalClient({ backend, warn: () => {} })
  await client.create({ resource: { ...event, plural: 'pods', kind: 'Pod' }, namespace: 'default' }, aPod('p', {}))
  const [told] = (await client.list(event, { namespace: 'default' })).items
  const seen = async () => (await client.list(event, { namespace: 'default' })).items.length
  const found = () => client.get({ resource: event, namespace: 'default', name: told?.metadata.name ?? '' })

  await backend.pass(59 * minute)
  expect(await seen()).toBe(1)
  expect((await found()).metadata.uid).toBe(told?.metadata.uid)
  await backend.pass(minute)
  expect(await seen()).toBe(0)
  await expect(found()).rejects.toThrow('not found')
})

test('what has expired is taken away some time later, and nothing is ever due for it', () => {
  const cluster = aCluster()
  cluster.create(aPod('p', {}))
  cluster.pass(50 * minute)
  cluster.create(aPod('q', {}))
  const names = () => cluster.list<Event>('Event', 'default').map(({ involvedObject }) => involvedObject.name)

  const write = () => cluster.patch(['Pod', 'p'], { metadata: { labels: { at: String(cluster.now) } } })

  cluster.pass(11 * minute)
  write()
  expect(names()).toEqual(['p', 'q'])
  cluster.pass(4 * minute)
  expect(names()).toEqual(['p', 'q'])
  write()
  expect(names()).toEqual(['q'])
  cluster.pass(600 * minute)
  write()
  expect(names()).toEqual([])
})

test('an event that is told again after it has expired begins anew', () => {
  const cluster = aCluster({ workers: 1 })
  const reject = () => {
    cluster.create(aPod('p', {}, { nodeSelector: { disk: 'none' } }))
    cluster.remove(['Pod', 'p'])
  }
  reject()
  cluster.pass(62 * minute)
  reject()

  expect(cluster.list<Event>('Event', 'default').map(({ count }) => count)).toEqual([1, 1])
})
