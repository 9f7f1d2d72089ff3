import { goFileError } from '../../util/go-file-error.ts'
import { goValue } from '../../util/go-value.ts'
import { itemsOf } from '../items.ts'
import { parseTemplate } from '../jsonpath/parser.ts'
import { PathError } from '../jsonpath/path-error.ts'
import { runTemplate } from '../jsonpath/run.ts'
import { type OutputFormat, type Printer, PrinterError } from '../printer.ts'
import { createColumnWriter } from '../table.ts'
import { type Column, columnsFromFile, columnsFromSpec } from './columns.ts'

export const customColumns: OutputFormat = {
  name: 'custom-columns',
  takesTemplate: true,
  compile: (spec, context) => printer(columnsFromSpec(spec), context),
}

export const customColumnsFile: OutputFormat = {
  name: 'custom-columns-file',
  takesTemplate: true,
  compile: (path, context) => {
    if (path === '') throw new PrinterError('custom-columns format specified but no custom columns given')
    return printer(columnsFromFile(readColumns(path, context.readFile)), context)
  },
}

/** Prints what it has when a row cannot be made: the rows before it are out when the error is. */
const printer = (columns: readonly Column[], { noHeaders }: { readonly noHeaders?: boolean }): Printer => {
  const writer = createColumnWriter()
  let headed = noHeaders ?? false
  return (value, write) => {
    if (!headed) writer.write(toLine(columns.map(({ header }) => header)))
    headed = true
    try {
      const paths = columns.map(({ path }) => parseTemplate(path))
      for (const item of itemsOf(value)) writer.write(toLine(paths.map(path => toCell(runTemplate(path, item)))))
    } catch (error) {
      throw error instanceof PathError ? new PrinterError(error.message) : error
    } finally {
      write(writer.flush())
    }
  }
}

const toLine = (cells: readonly string[]): string => `${cells.join('\t')}\n`

const toCell = (results: readonly (readonly unknown[])[]): string => {
  const values = results.flat()
  return values.length === 0 ? '<none>' : values.map(goValue).join(',')
}

const readColumns = (path: string, readFile: (path: string) => string): string => {
  try {
    return readFile(path)
  } catch (error) {
    throw new PrinterError(`error reading template ${path}, ${goFileError(error, path)}\n`)
  }
}
