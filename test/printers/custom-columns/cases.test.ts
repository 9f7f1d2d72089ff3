import { expect, test } from 'vitest'
import { customColumns, customColumnsFile } from '../../../src/printers/custom-columns/format.ts'
import { readCases, readDocument } from '../../support/cases.ts'
import { type Printed, printValues } from '../../support/print.ts'

interface Case extends Printed {
  readonly doc: string
  readonly spec?: string
  readonly columns_file?: string
}

test.for(readCases<Case>('columns.json'))('$doc $spec$columns_file', async row => {
  const printed = await printValues({
    format: row.spec === undefined ? customColumnsFile : customColumns,
    argument: row.spec ?? 'columns.txt',
    values: [readDocument(row.doc)],
    context: { readFile: () => row.columns_file ?? '' },
  })
  expect(printed).toEqual({ stdout: row.stdout, stderr: row.stderr, code: row.code })
})

test('without a header the columns are as wide as the data', async () => {
  const values = [{ a: 'x', b: 'y' }]
  const context = { noHeaders: true }
  const printed = await printValues({ format: customColumns, argument: 'LONGHEADER:.a,B:b', values, context })
  expect(printed.stdout).toBe('x     y\n')
})

test('a path that does not parse is refused behind the header', async () => {
  const printed = await printValues({ format: customColumns, argument: 'A:.a[x]', values: [{}] })
  expect(printed).toEqual({ stdout: 'A\n', stderr: 'error: invalid array index x\n', code: 1 })
})

test('the header is printed once, and later rows keep the widths', async () => {
  const values = [{ a: 'long-value' }, { a: 'x' }].map(item => ({ ...item, b: 1 }))
  const printed = await printValues({ format: customColumns, argument: 'A:a,B:b', values })
  expect(printed.stdout).toBe('A            B\nlong-value   1\nx            1\n')
})
