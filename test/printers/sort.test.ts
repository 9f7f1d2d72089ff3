import { expect, test } from 'vitest'
import { PrinterError } from '../../src/printers/printer.ts'
import { sortByField, UnsortableError } from '../../src/printers/sort.ts'
import { Float } from '../../src/util/json-number.ts'

const sort = (values: readonly unknown[], path = 'v'): unknown[] =>
  sortByField(
    values.map(value => (value === undefined ? {} : { v: value })),
    { path },
  ).map(item => (item as { v?: unknown }).v)

test.for([
  { name: 'numbers', values: [10, 9, -1, 100], sorted: [-1, 9, 10, 100] },
  { name: 'texts by character', values: ['b', 'B', 'a'], sorted: ['B', 'a', 'b'] },
  { name: 'numbers in texts as text', values: ['web-9', 'web-10', 'web-1'], sorted: ['web-1', 'web-10', 'web-9'] },
  { name: 'numbers as text by value', values: ['10', '9', '1k'], sorted: ['9', '10', '1k'] },
  { name: 'texts by the bytes of their UTF-8', values: ['🚀', '\uff21', 'a'], sorted: ['a', '\uff21', '🚀'] },
  {
    name: 'times',
    values: ['2024-06-01T12:00:02Z', '2024-06-01T12:00:01Z'],
    sorted: ['2024-06-01T12:00:01Z', '2024-06-01T12:00:02Z'],
  },
  { name: 'quantities', values: ['1Gi', '500Mi', '2', '100m'], sorted: ['100m', '2', '500Mi', '1Gi'] },
  { name: 'floats', values: [2.5, new Float(1), 0.5], sorted: [0.5, new Float(1), 2.5] },
  { name: 'without the field first', values: ['b', undefined, 'a'], sorted: [undefined, 'a', 'b'] },
  { name: 'nulls first', values: ['b', null, 'a'], sorted: [null, 'a', 'b'] },
  { name: 'equal ones keep their order', values: ['a', 'b', 'a'], sorted: ['a', 'a', 'b'] },
])('$name', ({ values, sorted }) => {
  expect(sort(values)).toEqual(sorted)
})

test('many items', () => {
  const values = Array.from({ length: 100 }, (_, index) => (index * 37) % 100)
  expect(sort(values)).toEqual(Array.from({ length: 100 }, (_, index) => index))
})

test.for([
  {
    name: 'a field nobody has',
    path: '.nope',
    message: `couldn't find any field with path "{.nope}" in the list of objects`,
  },
  { name: 'a malformed path', path: '{.v', message: /^unexpected path string, expected a 'name1\.name2'/ },
  { name: 'a map', path: '.', values: [{ a: 1 }, { a: 2 }], message: /unsortable type: map\[string\]interface \{\}$/ },
])('refuses $name', ({ path, values, message }) => {
  const act = () => sort(values ?? ['a', 'b'], values ? 'v' : path)
  expect(act).toThrow(PrinterError)
  expect(act).toThrow(message)
})

test.for([
  { name: 'maps', values: [{}, {}] },
  { name: 'booleans', values: [true, false] },
  { name: 'an integer and a float', values: [1, 2.5] },
])('$name have no order', ({ values }) => {
  expect(() => sort(values)).toThrow(UnsortableError)
})

test.for([
  {
    path: 'v',
    what: undefined,
    message: 'Field {.v} in *unstructured.Unstructured is an unsortable type: interface, ',
  },
  { path: 'v', what: '[][][]reflect.Value', message: 'Field {.v} in [][][]reflect.Value is an unsortable type: inter' },
  { path: '{}', what: '[][][]reflect.Value', message: 'Field {} in [][][]reflect.Value is an unsortable type: map, e' },
] as const)('$path of $what', ({ path, what, message }) => {
  expect(() => sortByField([{ v: {} }, { v: {} }], what ? { path, what } : { path })).toThrow(message)
})

test.for([
  { name: 'text outside of braces', path: 'v}', sorted: [2, 1] },
  { name: 'the first of two paths', path: '{.v}{.nope}', sorted: [1, 2] },
])('rows of a table take a template: $name', ({ path, sorted }) => {
  const rows = sortByField([{ v: 2 }, { v: 1 }], { path, what: '[][][]reflect.Value' })
  expect(rows.map(({ v }) => v)).toEqual(sorted)
})

test('few items without the field come out in turned order', () => {
  const items = [{ name: 'a' }, { name: 'b', v: 1 }, { name: 'c' }]
  expect(sortByField(items, { path: 'v' }).map(item => item.name)).toEqual(['c', 'a', 'b'])
})

test('no items need no field', () => {
  expect(sort([], '.nope')).toEqual([])
})
