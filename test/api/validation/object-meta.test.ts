import { describe, expect, test } from 'vitest'
import { isDns1123Label, isDns1123Subdomain } from '../../../src/api/validation/names.ts'
import { validateObjectMeta } from '../../../src/api/validation/object-meta.ts'
import { validateObjectMetaUpdate } from '../../../src/api/validation/object-meta-update.ts'

const text = (faults: readonly { field: string; detail: string }[]): string[] =>
  faults.map(({ field, detail }) => `${field}: ${detail}`)

const rules = { namespaced: true, name: isDns1123Subdomain }
const base = { name: 'x', namespace: 'default' }

const subdomain = `a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')`
const keyText = `name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')`

describe('metadata of a new object', () => {
  test.for([
    [base, []],
    [{ namespace: 'default' }, ['metadata.name: Required value: name or generateName is required']],
    [{ ...base, name: 'Bad_Name' }, [`metadata.name: Invalid value: "Bad_Name": ${subdomain}`]],
    [{ ...base, generateName: 'x-' }, []],
    [{ ...base, generateName: 'XX-' }, [`metadata.generateName: Invalid value: "XX-": ${subdomain}`]],
    [{ name: 'x' }, ['metadata.namespace: Required value']],
    [{ ...base, labels: { 'bad key': 'x' } }, [`metadata.labels: Invalid value: "bad key": ${keyText}`]],
    [{ ...base, labels: { '/x': 'x' } }, ['metadata.labels: Invalid value: "/x": prefix part must be non-empty']],
    [{ ...base, annotations: { 'EXAMPLE.com/x': ' ' } }, []],
    [
      { ...base, annotations: { a: 'x'.repeat(256 * 1024) } },
      ['metadata.annotations: Too long: may not be more than 262144 bytes'],
    ],
    [
      { ...base, finalizers: ['nope', 'orphan', 'a.b/c'] },
      [
        'metadata.finalizers[0]: Invalid value: "nope": name is neither a standard finalizer name nor is it fully qualified',
      ],
    ],
    [
      { ...base, ownerReferences: [{ apiVersion: '', kind: '', name: 'x', uid: '' }] },
      [
        'metadata.ownerReferences.apiVersion: Invalid value: "": version must not be empty',
        'metadata.ownerReferences.kind: Invalid value: "": must not be empty',
        'metadata.ownerReferences.uid: Invalid value: "": must not be empty',
      ],
    ],
  ] as const)('%j', ([metadata, expected]) => {
    expect(text(validateObjectMeta(metadata, rules))).toEqual(expected)
  })

  test.for([
    ['has.dot', 'must not contain dots'],
    ['a'.repeat(64), 'must be no more than 63 characters'],
  ] as const)('%s is no label: %s', ([name, expected]) => {
    expect(isDns1123Label(name)).toEqual([expected])
  })

  test('has no namespace where the kind has none', () => {
    expect(text(validateObjectMeta(base, { ...rules, namespaced: false }))).toEqual([
      'metadata.namespace: Forbidden: not allowed on this type',
    ])
  })
})

describe('changed metadata', () => {
  test.for([
    [base, base, []],
    [{ ...base, uid: 'x' }, { ...base, uid: 'y' }, ['metadata.uid: Invalid value: "x": field is immutable']],
    [
      { ...base, deletionTimestamp: 't', finalizers: ['a.b/x', 'a.b/y'] },
      { ...base, deletionTimestamp: 't', finalizers: ['a.b/x'] },
      [
        'metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{"a.b/y"}',
      ],
    ],
  ] as const)('%j over %j', ([metadata, stored, expected]) => {
    expect(text(validateObjectMetaUpdate(metadata, stored))).toEqual(expected)
  })
})
