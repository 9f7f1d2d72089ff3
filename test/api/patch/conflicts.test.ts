import { describe, expect, test } from 'vitest'
import { patchesConflict } from '../../../src/api/patch/conflicts.ts'
import { schemaOfKind } from '../../../src/api/schema.ts'

const deployment = schemaOfKind({ group: 'apps', version: 'v1', kind: 'Deployment' }) ?? {}
const containers = (...items: object[]) => ({ spec: { template: { spec: { containers: items } } } })

describe('two patches', () => {
  test.for([
    ['of different fields', { spec: { replicas: 2 } }, { spec: { paused: true } }, false],
    ['that agree', { spec: { replicas: 2 } }, { spec: { replicas: 2 } }, false],
    ['of one field', { spec: { replicas: 2 } }, { spec: { replicas: 3 } }, true],
    ['one of which deletes', { spec: { replicas: null } }, { spec: { replicas: 3 } }, true],
    ['of other elements', containers({ name: 'a', image: 'x' }), containers({ name: 'b', image: 'y' }), false],
    ['of one element', containers({ name: 'a', image: 'x' }), containers({ name: 'a', image: 'y' }), true],
    ['of lists of values, merged', { metadata: { finalizers: ['a'] } }, { metadata: { finalizers: ['b'] } }, false],
    [
      'of lists of values in another order',
      containers({ name: 'a', command: ['x', 'y'] }),
      containers({ name: 'a', command: ['y', 'x'] }),
      false,
    ],
    [
      'of lists of values, replaced',
      containers({ name: 'a', command: ['x'] }),
      containers({ name: 'a', command: ['y'] }),
      true,
    ],
    ['with another directive', containers({ name: 'a', $patch: 'delete' }), containers({ name: 'a' }), true],
    ['with an order of their own', { '$setElementOrder/a': [1] }, { '$setElementOrder/a': [2] }, false],
  ] as const)('%s', ([, left, right, expected]) => {
    expect(patchesConflict(left, right, deployment)).toBe(expected)
  })
})
