import { expect, test } from 'vitest'
import { createTableWriter, formatTable } from '../../src/printers/table.ts'

test.for([
  {
    name: 'cells of at least six, three blanks between columns, the last one not padded',
    rows: [
      ['A', 'LONGER-TITLE', 'AGE'],
      ['x', 'y', '5s'],
    ],
    text: 'A     LONGER-TITLE   AGE\nx     y              5s\n',
  },
  {
    name: 'an empty last cell leaves blanks',
    rows: [
      ['NAME', 'APP'],
      ['web', ''],
    ],
    text: 'NAME   APP\nweb    \n',
  },
  { name: 'a cell is cut at its first line', rows: [['a\nb', 'c\rd', 'e\ff']], text: 'a...   c...   e...\n' },
  { name: 'escape characters are shown', rows: [['\x1b[1m', 'x']], text: '^[[1m   x\n' },
  { name: 'characters count, not their width or bytes', rows: [['한글🚀', 'x']], text: '한글🚀   x\n' },
  { name: 'no rows are no text', rows: [], text: '' },
])('$name', ({ rows, text }) => {
  expect(formatTable(rows)).toBe(text)
})

test('rows that come later keep the widths, and widen them', () => {
  const write = createTableWriter()
  expect(
    write([
      ['NAME', 'AGE'],
      ['long-name', '1s'],
    ]),
  ).toBe('NAME        AGE\nlong-name   1s\n')
  expect(write([['x', '2s']])).toBe('x           2s\n')
  expect(write([['a-longer-name', '3s']])).toBe('a-longer-name   3s\n')
  expect(write([['x', '4s']])).toBe('x               4s\n')
})
