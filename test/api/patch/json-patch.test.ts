import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyJsonPatch } from '../../../src/api/patch/json-patch.ts'
import { PatchError } from '../../../src/api/patch/patch-error.ts'

const document = { data: { a: '1' }, list: ['x', 'y'], nothing: null }

describe('JSON patch', () => {
  test.for([
    [{ op: 'add', path: '/data/b', value: '2' }, { data: { a: '1', b: '2' } }],
    [{ op: 'add', path: '/data/b' }, { data: { a: '1', b: null } }],
    [{ op: 'add', path: '/data/a~1b', value: 1 }, { data: { a: '1', 'a/b': 1 } }],
    [{ op: 'add', path: 'x/b', value: 1 }, { b: 1 }],
    [{ op: 'add', path: '/list/-', value: 'z' }, { list: ['x', 'y', 'z'] }],
    [{ op: 'add', path: '/list/0', value: 'z' }, { list: ['z', 'x', 'y'] }],
    [{ op: 'add', path: '/list/01', value: 'z' }, { list: ['x', 'z', 'y'] }],
    [{ op: 'add', path: '/list/-1', value: 'z' }, { list: ['x', 'y', 'z'] }],
    [{ op: 'remove', path: '/list/-1' }, { list: ['x'] }],
    [{ op: 'remove', path: '/data/a' }, { data: {} }],
    [{ op: 'replace', path: '/data/zz', value: '1' }, { data: { a: '1', zz: '1' } }],
    [{ op: 'replace', path: '/list/1', value: 'z' }, { list: ['x', 'z'] }],
    [{ op: 'copy', from: '/data/a', path: '/data/b' }, { data: { a: '1', b: '1' } }],
    [
      { op: 'move', from: '/data/a', path: '/b' },
      { data: {}, b: '1' },
    ],
    [{ op: 'test', path: '/data/a', value: '1' }, {}],
    [{ op: 'test', path: '/data/zz', value: null }, {}],
    [{ op: 'test', path: '/nothing' }, {}],
  ] as const)('%j', ([operation, changed]) => {
    expect(applyJsonPatch(document, [operation])).toEqual({ ...document, ...changed })
  })

  test.for([
    [
      { op: 'remove', path: '/data/nope' },
      "error in remove for path: '/data/nope': Unable to remove nonexistent key: nope: missing value",
    ],
    [{ op: 'add', path: '/x/y', value: 1 }, 'add operation does not apply: doc is missing path: "/x/y": missing value'],
    [{ op: 'add', path: '', value: 1 }, 'add operation does not apply: doc is missing path: "": missing value'],
    [
      { op: 'remove', path: '/list/5' },
      "error in remove for path: '/list/5': Unable to access invalid index: 5: invalid index referenced",
    ],
    [
      { op: 'replace', path: '/list/5', value: 1 },
      'replace operation does not apply: doc is missing key: /list/5: missing value',
    ],
    [{ op: 'test', path: '/data/a', value: '2' }, 'testing value /data/a failed: test failed'],
    [
      { op: 'add', path: '/list/x', value: 1 },
      `error in add for path: '/list/x': value was not a proper array index: 'x': strconv.Atoi: parsing "x": invalid syntax`,
    ],
    [{ op: 'bogus', path: '/a' }, 'Unexpected kind: bogus'],
    [{ path: '/a' }, 'Unexpected kind: unknown'],
    [{ op: 'add' }, 'add operation failed to decode path: missing value'],
    [{ op: 'copy', path: '/a' }, 'copy operation failed to decode from: operation, missing from field: missing value'],
  ] as const)('refuses %j', ([operation, message]) => {
    expect(() => applyJsonPatch(document, [operation])).toThrow(new PatchError(message))
  })

  test('an empty patch changes nothing', () => {
    expect(applyJsonPatch(document, [])).toBe(document)
  })

  test('no patch breaks it', () => {
    const path = fc
      .array(fc.constantFrom('data', 'a', 'list', '0', '-', '-1', 'nothing', '~1', ''), { maxLength: 3 })
      .map(tokens => tokens.map(token => `/${token}`).join(''))
    const operation = fc.record({
      op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'x'),
      path: fc.oneof(path, fc.string()),
      from: path,
      value: fc.jsonValue(),
    })
    fc.assert(
      fc.property(fc.array(operation), patch => {
        try {
          applyJsonPatch(document, patch)
        } catch (error) {
          expect(error).toBeInstanceOf(PatchError)
        }
      }),
    )
  })
})
