import { goFileError } from '../../util/go-file-error.ts'
import { toGoJson } from '../../util/go-json.ts'
import { goQuote } from '../../util/go-quote.ts'
import { goValue } from '../../util/go-value.ts'
import { type OutputFormat, type Printer, type PrinterContext, PrinterError } from '../printer.ts'
import { runTemplate } from './evaluate.ts'
import { functions } from './functions.ts'
import { parseTemplate, type Template } from './parse.ts'
import { TemplateError } from './template-error.ts'

const inline = (name: string): OutputFormat => ({
  name,
  takesTemplate: true,
  compile: (argument, context) => compile(argument, context),
})

const fromFile = (name: string): OutputFormat => ({
  name,
  takesTemplate: true,
  compile: (argument, context) => compile(argument === '' ? '' : readTemplate(argument, context), context),
})

/** `-o go-template=TEXT`, also as `template`. */
export const goTemplate = inline('go-template')
export const template = inline('template')

/** `-o go-template-file=PATH`, also as `templatefile`. */
export const goTemplateFile = fromFile('go-template-file')
export const templateFile = fromFile('templatefile')

const readTemplate = (path: string, context: PrinterContext): string => {
  try {
    return context.readFile(path)
  } catch (error) {
    throw new PrinterError(`error reading --template ${path}, ${goFileError(error, path)}`)
  }
}

const compile = (source: string, { allowMissingKeys = true }: PrinterContext): Printer => {
  if (source === '') throw new PrinterError('template format specified but no template given')
  const parsed = parse(source)
  return (value, write) => {
    try {
      runTemplate(parsed, value, { allowMissingKeys, write })
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error
      write(explain(source, value, error))
      throw new PrinterError(`error executing template ${goQuote(source)}: ${error.message}`)
    }
  }
}

const parse = (source: string): Template => {
  try {
    return parseTemplate(source, new Set(Object.keys(functions)))
  } catch (error) {
    if (!(error instanceof TemplateError || error instanceof RangeError)) throw error
    const reason = error instanceof TemplateError ? error.message : 'template: output: nested too deeply'
    throw new PrinterError(`error parsing template ${source}, ${reason}`)
  }
}

// kubectl shows on stdout what the template was run on.
const explain = (source: string, value: unknown, { message }: TemplateError): string =>
  [
    `Error executing template: ${message}. Printing more information for debugging the template:`,
    `\ttemplate was:\n\t\t${source}`,
    `\traw data was:\n\t\t${toGoJson(value)}`,
    `\tobject given to template engine was:\n\t\t${goValue(value)}\n\n`,
  ].join('\n')
