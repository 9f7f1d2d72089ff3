import { relaxedPath } from '../jsonpath/relaxed.ts'
import { PrinterError } from '../printer.ts'

export interface Column {
  readonly header: string
  /** A path in braces, not parsed yet: kubectl complains of a wrong one after the header only. */
  readonly path: string
}

/** `NAME:.metadata.name,TYPE:.spec.type`; throws a PrinterError. */
export const columnsFromSpec = (spec: string): Column[] => {
  if (spec === '') throw new PrinterError('custom-columns format specified but no custom columns given')
  return spec.split(',').map(part => {
    const colon = part.indexOf(':')
    if (colon < 0) {
      throw new PrinterError(`unexpected custom-columns spec: ${part}, expected <header>:<json-path-expr>`)
    }
    return { header: part.slice(0, colon), path: relaxedPath(part.slice(colon + 1)) }
  })
}

const form = 'Expected format is one line of space separated headers, one line of space separated column specs.'

/** A line of headers and a line of paths, blanks between; throws a PrinterError. */
export const columnsFromFile = (text: string): Column[] => {
  const lines = text.replace(/\n$/, '').split('\n')
  if (text === '') throw new PrinterError(`invalid template, missing header line. ${form}`)
  if (lines.length < 2) throw new PrinterError(`invalid template, missing spec line. ${form}`)
  const [headers = [], paths = []] = lines.map(words)
  if (headers.length !== paths.length) {
    throw new PrinterError(
      `number of headers (${headers.length}) and field specifications (${paths.length}) don't match`,
    )
  }
  return headers.map((header, index) => ({ header, path: relaxedPath(paths[index] ?? '') }))
}

const words = (line: string): string[] => line.split(/\s+/).filter(Boolean)
