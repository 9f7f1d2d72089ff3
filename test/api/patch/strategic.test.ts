import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PatchError } from '../../../src/api/patch/patch-error.ts'
import { createTwoWayPatch } from '../../../src/api/patch/strategic-diff.ts'
import { applyStrategicMerge } from '../../../src/api/patch/strategic-merge.ts'
import { createThreeWayPatch } from '../../../src/api/patch/three-way.ts'
import { schemaOfKind } from '../../../src/api/schema.ts'

type Spec = Record<string, unknown>

const service = schemaOfKind({ group: '', version: 'v1', kind: 'Service' }) ?? {}
const deployment = schemaOfKind({ group: 'apps', version: 'v1', kind: 'Deployment' }) ?? {}
const pod = schemaOfKind({ group: '', version: 'v1', kind: 'Pod' }) ?? {}

const patchService = (spec: Spec, patch: Spec): unknown => applyStrategicMerge({ spec }, { spec: patch }, service).spec
const patchPod = (spec: Spec, patch: Spec): unknown => applyStrategicMerge({ spec }, { spec: patch }, pod).spec

const http = { name: 'http', port: 80, targetPort: 8080 }
const api = { name: 'api', image: 'api:1' }
const side = { name: 'side', image: 'envoy:1' }

describe('strategic merge patch', () => {
  test.for([
    ['merges ports by port', { ports: [{ port: 80, nodePort: 30080 }] }, { ports: [{ ...http, nodePort: 30080 }] }],
    ['puts what is new first', { ports: [{ port: 443 }] }, { ports: [{ port: 443 }, http] }],
    ['removes by null', { ports: null }, {}],
    ['takes null in new maps for nothing', { ports: null, selector: { a: null, b: 'x' } }, { selector: { b: 'x' } }],
    ['deletes an element', { ports: [{ port: 80, $patch: 'delete' }] }, { ports: [] }],
    ['deletes what is not there', { ports: [{ port: 81, $patch: 'delete' }] }, { ports: [http] }],
    ['replaces a list', { ports: [{ $patch: 'replace' }, { port: 1 }] }, { ports: [{ port: 1 }] }],
    ['replaces a map', { $patch: 'replace', type: 'NodePort' }, { type: 'NodePort' }],
    ['empties a map', { $patch: 'delete' }, {}],
    ['replaces lists without merge keys', { externalIPs: ['1.1.1.1'] }, { ports: [http], externalIPs: ['1.1.1.1'] }],
    ['leaves directives out of what is new', { selector: { $patch: 'delete' } }, { ports: [http] }],
  ] as const)('%s', ([, patch, expected]) => {
    expect(patchService({ ports: [http] }, patch)).toEqual(expected)
  })

  test.for([
    ['merges in place', { containers: [{ name: 'side', image: 'envoy:2' }] }, [api, { ...side, image: 'envoy:2' }]],
    ['orders as it is told', { '$setElementOrder/containers': [{ name: 'side' }, { name: 'api' }] }, [side, api]],
    [
      'orders new ones among the others',
      {
        '$setElementOrder/containers': [{ name: 'api' }, { name: 'new' }, { name: 'side' }],
        containers: [{ name: 'new', image: 'n' }],
      },
      [api, { name: 'new', image: 'n' }, side],
    ],
    [
      'keeps what only the server has',
      { '$setElementOrder/containers': [{ name: 'new' }, { name: 'api' }], containers: [{ name: 'new' }] },
      [{ name: 'new' }, api, side],
    ],
  ] as const)('%s', ([, patch, containers]) => {
    expect(patchPod({ containers: [api, side] }, patch)).toEqual({ containers })
  })

  test('gives up what $retainKeys does not name', () => {
    const strategy = { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } }
    const patch = { spec: { strategy: { $retainKeys: ['type'], type: 'Recreate' } } }
    expect(applyStrategicMerge({ spec: { strategy } }, patch, deployment)).toEqual({
      spec: { strategy: { type: 'Recreate' } },
    })
  })

  test('deletes from lists of plain values, and merges them as sets', () => {
    const metadata = (finalizers: readonly string[]) => ({ metadata: { finalizers } })
    const merge = (patch: Spec): unknown => applyStrategicMerge(metadata(['a', 'b']), { metadata: patch }, service)
    expect(merge({ '$deleteFromPrimitiveList/finalizers': ['a'] })).toEqual(metadata(['b']))
    expect(merge({ finalizers: ['c', 'a'] })).toEqual(metadata(['c', 'a', 'b']))
  })

  test.for([
    [{ containers: [{ image: 'x' }] }, 'map: map[image:x] does not contain declared merge key: name'],
    [{ $patch: 'bogus' }, 'unknown patch type: bogus in map: map[$patch:bogus]'],
    [{ containers: [{ name: 'x', $patch: 'bogus' }] }, 'unknown patch type: bogus in map: map[$patch:bogus name:x]'],
    [{ containers: [{ name: 'x', $patch: 'merge' }] }, 'merging lists cannot yet be specified in the patch'],
    [{ containers: [1] }, 'list element types are not identical: [[map[name:api]] [1]]'],
  ] as const)('refuses %j', ([patch, message]) => {
    expect(() => patchPod({ containers: [{ name: 'api' }] }, patch)).toThrow(new PatchError(message))
  })
})

describe('two-way patch', () => {
  test.for([
    ['nothing', { ports: [http] }, { ports: [http] }, undefined],
    [
      'an element changed',
      { ports: [http] },
      { ports: [{ ...http, targetPort: 9 }] },
      { '$setElementOrder/ports': [{ port: 80 }], ports: [{ port: 80, targetPort: 9 }] },
    ],
    [
      'an element gone',
      { ports: [http, { port: 443 }] },
      { ports: [http] },
      { '$setElementOrder/ports': [{ port: 80 }], ports: [{ port: 443, $patch: 'delete' }] },
    ],
    ['a field gone', { type: 'NodePort', ports: [http] }, { ports: [http] }, { type: null }],
    ['a list emptied', { externalIPs: ['1.1.1.1'] }, { externalIPs: [] }, { externalIPs: [] }],
  ] as const)('%s', ([, before, after, spec]) => {
    expect(createTwoWayPatch({ spec: before }, { spec: after }, service)).toEqual(spec ? { spec } : {})
  })

  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const scalar = fc.constantFrom('x', 'y', 'z')
  const labels = fc.dictionary(name, scalar)
  const env = fc.uniqueArray(fc.record({ name, value: scalar }, { requiredKeys: ['name'] }), { selector: e => e.name })
  const container = fc.record({ name, image: scalar, env, args: fc.array(scalar) }, { requiredKeys: ['name'] })
  const volume = fc.oneof(
    fc.record({ name, emptyDir: fc.record({ medium: scalar }, { requiredKeys: [] }) }),
    fc.record({ name, configMap: fc.record({ name: scalar }) }),
  )
  const spec = fc.record(
    {
      containers: fc.uniqueArray(container, { selector: c => c.name }),
      volumes: fc.uniqueArray(volume, { selector: v => v.name }),
      nodeSelector: labels,
      hostNetwork: fc.boolean(),
      tolerations: fc.array(fc.record({ key: scalar })),
    },
    { requiredKeys: [] },
  )
  const finalizers = fc.uniqueArray(scalar)
  const object = fc.record({ metadata: fc.record({ labels, finalizers }, { requiredKeys: [] }), spec })

  test('makes the second of the first', () => {
    fc.assert(
      fc.property(object, object, (first, second) => {
        const patch = createTwoWayPatch(first, second, pod)
        expect(applyStrategicMerge(first, patch, pod)).toEqual(second)
      }),
      { numRuns: 500 },
    )
  })

  test('no patch breaks the merge', () => {
    const key = fc.constantFrom('spec', 'containers', 'name', '$patch', '$retainKeys', '$setElementOrder/containers')
    const { value } = fc.letrec(tie => ({
      value: fc.oneof(
        fc.constantFrom('delete', 'replace', 'a', 1, null),
        fc.dictionary(key, tie('value')),
        fc.array(tie('value'), { maxLength: 2 }),
      ),
    }))
    fc.assert(
      fc.property(object, value, (target, patch) => {
        try {
          applyStrategicMerge(target, { spec: patch }, pod)
        } catch (error) {
          expect(error).toBeInstanceOf(PatchError)
        }
      }),
    )
  })

  test('apply brings what the user wants and keeps what others added', () => {
    fc.assert(
      fc.property(object, object, (original, modified) => {
        const current = applyStrategicMerge(original, { metadata: { annotations: { by: 'other' } } }, pod)
        const { body } = createThreeWayPatch({ original, modified, current, schema: pod })
        expect(applyStrategicMerge(current, body, pod)).toEqual({
          ...modified,
          metadata: { ...modified.metadata, annotations: { by: 'other' } },
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('three-way patch', () => {
  const three = (original: Spec, modified: Spec, current: Spec): unknown =>
    createThreeWayPatch({
      original: { spec: original },
      modified: { spec: modified },
      current: { spec: current },
      schema: service,
    }).body.spec

  test.for([
    ['unchanged', { type: 'NodePort' }, { type: 'NodePort' }, { type: 'NodePort', clusterIP: 'x' }, undefined],
    ['the user took it away', { type: 'NodePort' }, {}, { type: 'NodePort' }, { type: null }],
    ['others changed it', { type: 'NodePort' }, { type: 'NodePort' }, { type: 'ClusterIP' }, { type: 'NodePort' }],
    [
      'an element goes, one comes',
      { ports: [{ port: 80 }] },
      { ports: [{ port: 81 }] },
      { ports: [{ port: 80, protocol: 'TCP' }] },
      { '$setElementOrder/ports': [{ port: 81 }], ports: [{ port: 81 }, { port: 80, $patch: 'delete' }] },
    ],
    [
      'defaults of the server stay',
      { ports: [{ port: 80 }] },
      { ports: [{ port: 80 }] },
      { ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }] },
      undefined,
    ],
  ] as const)('%s', ([, original, modified, current, expected]) => {
    expect(three(original, modified, current)).toEqual(expected)
  })

  test('is a merge patch for kinds without a schema', () => {
    expect(createThreeWayPatch({ original: { a: 1 }, modified: {}, current: { a: 1, b: 2 } })).toEqual({
      type: 'merge',
      body: { a: null },
    })
  })

  test('refuses another name', () => {
    const named = (name: string) => ({ metadata: { name } })
    expect(() => createThreeWayPatch({ original: {}, modified: named('a'), current: named('b') })).toThrow(
      new PatchError('at least one of apiVersion, kind and name was changed'),
    )
  })
})
