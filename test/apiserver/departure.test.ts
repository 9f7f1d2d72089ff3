import { describe, expect, test } from 'vitest'
import { resourceOfKind } from '../../src/api/lookup.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import { departureOf } from '../../src/apiserver/departure.ts'

const now = Date.parse('2026-11-20T10:00:00Z')
const aPod = (spec: object, metadata: object = {}): KubeObject =>
  ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', ...metadata }, spec }) as KubeObject
const running = { nodeName: 'worker', terminationGracePeriodSeconds: 30, containers: [] }
const marked = { deletionTimestamp: '2026-11-20T10:00:05Z', deletionGracePeriodSeconds: 5 }

describe('the departure of', () => {
  test.for([
    { name: 'a pod that was not seen to end', object: aPod(running), expected: ['MODIFIED', 'DELETED'] },
    { name: 'a pod that was', object: aPod(running, marked), expected: ['DELETED'] },
    { name: 'a pod that has no node', object: aPod({ containers: [] }), expected: ['DELETED'] },
    {
      name: 'what goes at once',
      object: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' } },
      expected: ['DELETED'],
    },
  ])('$name', ({ object, expected }) => {
    const events = departureOf(resourceOfKind(object.kind), object, { now, revision: '7' })

    expect(events.map(({ type }) => type)).toEqual(expected)
  })

  test('a pod tells until when it had time', () => {
    const [first, last] = departureOf(resourceOfKind('Pod'), aPod(running), { now, revision: '7' })

    expect(first?.object.metadata.deletionTimestamp).toBe('2026-11-20T10:00:30Z')
    expect(last?.object).toEqual({ ...first?.object, metadata: { ...first?.object.metadata, resourceVersion: '7' } })
  })
})
