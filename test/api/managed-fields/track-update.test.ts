import { describe, expect, test } from 'vitest'
import { trackUpdate } from '../../../src/api/managed-fields/track-update.ts'
import type { KubeObject } from '../../../src/api/meta.ts'

const now = '2026-11-20T10:13:21Z'
const manager = { manager: 'one', apiVersion: 'v1' }
const asObject = (object: object): KubeObject => object as KubeObject

const fieldsOf = (object: object): unknown =>
  trackUpdate({ object: asObject(object), manager, now, ignored: [['status']] })?.map(({ fieldsV1 }) => fieldsV1)

describe('what a writer owns of a new object', () => {
  test('what the empty object does not have, and maps and lists that are new', () => {
    const metadata = { name: 'x', namespace: 'd', uid: 'u', creationTimestamp: now, labels: { app: 'a' } }
    const ports = [{ port: 80, protocol: 'TCP', targetPort: 80 }]
    const spec = { ports, selector: { app: 'a' }, sessionAffinity: 'None', type: 'ClusterIP' }
    const service = { apiVersion: 'v1', kind: 'Service', metadata, spec, status: { loadBalancer: {} } }
    expect(fieldsOf(service)).toEqual([
      {
        'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
        'f:spec': {
          'f:ports': {
            '.': {},
            'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:port': {}, 'f:protocol': {}, 'f:targetPort': {} },
          },
          'f:selector': {},
          'f:sessionAffinity': {},
          'f:type': {},
        },
      },
    ])
  })

  test('elements that are there twice as a whole', () => {
    const env = [
      { name: 'A', value: '1' },
      { name: 'A', value: '2' },
    ]
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'x' },
      spec: { containers: [{ name: 'c', image: 'i', env, resources: {} }] },
      status: {},
    }
    expect(fieldsOf(pod)).toEqual([
      {
        'f:spec': {
          'f:containers': {
            'k:{"name":"c"}': {
              '.': {},
              'f:env': { '.': {}, 'k:{"name":"A"}': {} },
              'f:image': {},
              'f:name': {},
              'f:resources': {},
            },
          },
        },
      },
    ])
  })

  test('every value of a kind without a schema', () => {
    const widget = { apiVersion: 'x.io/v1', kind: 'Widget', metadata: { name: 'x' }, spec: { a: 1, l: [1] } }
    expect(fieldsOf(widget)).toEqual([{ 'f:spec': { '.': {}, 'f:a': {}, 'f:l': {} } }])
  })
})

describe('who owns what after an update', () => {
  const map = (data: object, managedFields?: object): KubeObject =>
    asObject({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x', managedFields }, data })
  const entry = (name: string, ...keys: readonly string[]) => ({
    manager: name,
    operation: 'Update',
    apiVersion: 'v1',
    time: now,
    fieldsType: 'FieldsV1',
    fieldsV1: { 'f:data': Object.fromEntries(keys.map(key => [`f:${key}`, {}])) },
  })
  const later = '2026-11-20T11:00:00Z'

  test.for([
    ['nothing changed', { a: '1' }, [entry('two', 'a')]],
    ['something new', { a: '1', b: '1' }, [entry('two', 'a'), { ...entry('one', 'b'), time: later }]],
    ['something taken', { a: '2' }, [{ ...entry('one', 'a'), time: later }]],
  ] as const)('%s', ([, data, expected]) => {
    const live = map({ a: '1' }, [entry('two', 'a')])
    expect(trackUpdate({ live, object: map(data), manager, now: later })).toEqual(expected)
  })

  test.for([
    ['an object nobody tracked stays so', map({ a: '1' }), undefined],
    ['an empty list forgets all', map({ a: '1' }, [entry('two', 'a')]), []],
    ['so does a list of nothing', map({ a: '1' }, [entry('two', 'a')]), [{}]],
  ] as const)('%s', ([, live, given]) => {
    expect(trackUpdate({ live, object: map({ a: '2' }), given, manager, now })).toBeUndefined()
  })
})
