import type { OutputFormat, PrinterContext } from '../../src/printers/printer.ts'
import { PrinterError } from '../../src/printers/printer.ts'

export interface Printed {
  readonly stdout: string
  readonly stderr: string
  readonly code: number
}

interface Print {
  readonly format: OutputFormat
  readonly argument: string
  readonly values: readonly unknown[]
  readonly context?: Partial<PrinterContext>
}

/** What a format prints of some values, as a command would: an error goes to stderr behind `error: `, code 1. */
export const printValues = async ({ format, argument, values, context }: Print): Promise<Printed> => {
  let stdout = ''
  try {
    const print = await format.compile(argument, { readFile: noFiles, ...context })
    for (const value of values) print(value, text => (stdout += text))
    return { stdout, stderr: '', code: 0 }
  } catch (error) {
    if (!(error instanceof PrinterError)) throw error
    const prefix = error.plain ? '' : 'error: '
    return { stdout, stderr: `${prefix}${error.message.replace(/\n?$/, '\n')}`, code: 1 }
  }
}

const noFiles = (path: string): string => {
  throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' })
}
