import { expect, test } from 'vitest'
import { formatTabular } from '../../src/printers/tabular.ts'
import { type TabbedLines, tabbedLines } from '../../src/util/tabbed-lines.ts'

interface Row {
  readonly name: string
  readonly write: (out: TabbedLines) => void
  readonly text: readonly string[]
}

const rows: readonly Row[] = [
  {
    name: 'fields of one block share a column, a longer row has one more of its own',
    write: out =>
      out.field('Name:', 'web').field('Selector:', 'app=web').line('Port:', 'http', '80/TCP').field('IP:', ''),
    text: ['Name:      web', 'Selector:  app=web', 'Port:      http  80/TCP', 'IP:        '],
  },
  {
    name: 'several values stand below each other',
    write: out => out.field('Labels:', 'app=web', 't=x').field('Type:', 'ClusterIP'),
    text: ['Labels:  app=web', '         t=x', 'Type:    ClusterIP'],
  },
  {
    name: 'a line without a tab ends the block',
    write: out =>
      out
        .field('Kind:', 'a')
        .line('Pod Template:')
        .indent(inner => inner.field('Service Account:', 'default').field('Labels:', 'app=db')),
    text: ['Kind:  a', 'Pod Template:', '  Service Account:  default', '  Labels:           app=db'],
  },
  {
    name: 'a table in between: its first column is shared with adjacent fields',
    write: out =>
      out
        .line('Conditions:')
        .indent(inner => inner.line('Type', 'Status', '').line('----', '------', '').line('Initialized', 'True', ''))
        .field('OldReplicaSets:', '<none>'),
    text: [
      'Conditions:',
      '  Type           Status  ',
      '  ----           ------  ',
      '  Initialized    True    ',
      'OldReplicaSets:  <none>',
    ],
  },
  {
    name: 'a row with fewer cells separates the further columns',
    write: out => out.line('  Host', 'Path', 'Backends').line('  shop.example.com', '').line('    ', '/api ', 'web:80'),
    text: ['  Host              Path  Backends', '  shop.example.com  ', '                    /api   web:80'],
  },
  {
    name: 'escape characters are shown',
    write: out => out.field('A:', '\x1b[31m'),
    text: ['A:  ^[[31m'],
  },
]

test.for(rows)('$name', ({ write, text }) => {
  const out = tabbedLines()
  write(out)
  expect(formatTabular(out.lines)).toBe(text.map(line => `${line}\n`).join(''))
})
