import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../../src/api/meta.ts'
import { inTypedOrder } from '../../../src/cli/selection/typed-order.ts'

const keysOf = (object: object, ...path: readonly string[]): readonly string[] =>
  Object.keys(path.reduce<object>((value, key) => value[key as keyof object], inTypedOrder(object as KubeObject)))

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  status: {},
  spec: { template: { spec: { volumes: [], containers: [{ image: 'i', ports: [], name: 'c' }] } }, replicas: 1 },
  metadata: { labels: { z: '', a: '' }, name: 'd', namespace: 'n' },
}

describe('in the order of Go types', () => {
  test.for([
    ['objects', [], ['kind', 'apiVersion', 'metadata', 'spec', 'status']],
    ['metadata', ['metadata'], ['name', 'namespace', 'labels']],
    ['maps by key', ['metadata', 'labels'], ['a', 'z']],
    ['structs', ['spec'], ['replicas', 'template']],
    ['elements of lists', ['spec', 'template', 'spec', 'containers', '0'], ['name', 'image', 'ports']],
  ] as const)('%s', ([, path, expected]) => {
    expect(keysOf(deployment, ...path)).toEqual(expected)
  })

  test('what has no type stays as it is', () => {
    const custom = { spec: {}, kind: 'Thing', apiVersion: 'example.com/v1', metadata: { name: 'x' } }
    expect(keysOf(custom)).toEqual(['spec', 'kind', 'apiVersion', 'metadata'])
  })

  test('what a type does not know comes last', () => {
    expect(keysOf({ apiVersion: 'v1', kind: 'Pod', zzz: 1, metadata: { name: 'x' } })).toEqual([
      'kind',
      'apiVersion',
      'metadata',
      'zzz',
    ])
  })
})
