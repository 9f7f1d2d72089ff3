import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { currentFormat, type Header } from '../../src/store/header.ts'
import { openStateFile } from '../../src/store/state-file.ts'
import { createStore } from '../../src/store/store.ts'
import { writeState } from '../../src/store/write-state.ts'

const folder = fs.mkdtempSync(join(tmpdir(), 'kubesim-store-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'state.json')
const header: Header = {
  format: currentFormat,
  revision: 1,
  random: 1,
  clock: { offset: 0 },
  due: [],
  cursors: {},
  cluster: {},
}

const key = fc
  .tuple(
    fc.constantFrom('pods', 'services', 'pods.x'),
    fc.constantFrom('a', 'ab', 'b-1'),
    fc.stringMatching(/^[a-z0-9.-]{1,8}$/),
  )
  .map(parts => parts.join('/'))
const changes = fc.array(fc.tuple(key, fc.option(fc.jsonValue(), { nil: undefined })), { maxLength: 20 })

const asMap = (rows: readonly (readonly [string, unknown])[]) => new Map(rows)

test('what is written in several goes is read back whole, by key and by folder', () => {
  fc.assert(
    fc.property(fc.array(changes, { minLength: 1, maxLength: 4 }), goes => {
      fs.rmSync(path, { force: true })
      const model = new Map<string, unknown>()
      for (const go of goes) {
        const base = openStateFile(fs, path)
        writeState(fs, path, { header, base, changes: asMap(go) })
        base?.close()
        for (const [name, value] of asMap(go)) {
          if (value === undefined) model.delete(name)
          else model.set(name, JSON.parse(JSON.stringify(value)))
        }
      }
      const file = openStateFile(fs, path)
      const sorted = [...model].sort(([left], [right]) => (left < right ? -1 : 1))
      expect(JSON.parse(fs.readFileSync(path, 'utf8'))).toEqual({ kubesim: header, ...Object.fromEntries(model) })
      for (const prefix of ['pods/', 'pods/a/', 'services/', 'services/b-1/', 'pods.x/ab/']) {
        expect(file?.readPrefix(prefix)).toEqual(sorted.filter(([name]) => name.startsWith(prefix)))
      }
      for (const [name, value] of model) expect(file?.read(name)).toEqual(value)
      expect(file?.read('pods/a/not-there')).toBeUndefined()
      file?.close()
    }),
    { numRuns: 200 },
  )
})

test('a store over a base shows the base with what was written since', () => {
  fc.assert(
    fc.property(changes, changes, (before, after) => {
      const base = asMap(before.filter(([, value]) => value !== undefined))
      const entries = () => [...base].sort(([left], [right]) => (left < right ? -1 : 1))
      const store = createStore<unknown>({
        read: name => base.get(name),
        readPrefix: prefix => entries().filter(([name]) => name.startsWith(prefix)),
        search: (prefix, text) =>
          entries().filter(([name, value]) => name.startsWith(prefix) && JSON.stringify(value).includes(text)),
      })
      const model = new Map(base)
      for (const [name, value] of after) {
        store.list('pods/')
        if (value === undefined) store.delete(name)
        else store.put(name, value)
        if (value === undefined) model.delete(name)
        else model.set(name, value)
      }
      const sorted = [...model].sort(([left], [right]) => (left < right ? -1 : 1))
      for (const prefix of ['pods/', 'pods/ab/', 'services/']) {
        const expected = sorted.filter(([name]) => name.startsWith(prefix)).map(([, value]) => value)
        expect(store.list(prefix)).toEqual(expected)
      }
      for (const [name] of [...base, ...after]) expect(store.get(name)).toEqual(model.get(name))
    }),
    { numRuns: 200 },
  )
})

test('an object of the base is the same one however it is found', () => {
  const base = new Map([['pods/a/x', { uid: 'u-1' }]])
  const rows = (): [string, { uid: string }][] => [...base].map(([key, value]) => [key, { ...value }])
  const store = createStore<{ uid: string }>({
    read: key => rows().find(([name]) => name === key)?.[1],
    readPrefix: rows,
    search: rows,
  })

  const found = store.get('pods/a/x')

  expect(store.candidates('pods/', 'u-1')[0]).toBe(found)
  expect(store.list('pods/')[0]).toBe(found)
  expect(store.list('pods/a/')[0]).toBe(found)
})
