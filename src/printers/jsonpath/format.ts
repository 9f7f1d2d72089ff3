import { goFileError } from '../../util/go-file-error.ts'
import { goQuote } from '../../util/go-quote.ts'
import { goSyntax } from '../../util/go-value.ts'
import { type OutputFormat, type Printer, PrinterError } from '../printer.ts'
import type { Template } from './nodes.ts'
import { parseTemplate } from './parser.ts'
import { PathError } from './path-error.ts'
import { runTemplate } from './run.ts'
import { resultsToJson, resultsToText } from './text.ts'

type ResultWriter = (values: readonly unknown[]) => string

export const jsonpath: OutputFormat = {
  name: 'jsonpath',
  takesTemplate: true,
  compile: (template, context) => printer(template, resultsToText, context),
}

export const jsonpathAsJson: OutputFormat = {
  name: 'jsonpath-as-json',
  takesTemplate: true,
  compile: (template, context) => printer(template, resultsToJson, context),
}

export const jsonpathFile: OutputFormat = {
  name: 'jsonpath-file',
  takesTemplate: true,
  compile: (path, context) => printer(path && readTemplate(path, context.readFile), resultsToText, context),
}

const printer = (
  text: string,
  toText: ResultWriter,
  { allowMissingKeys }: { readonly allowMissingKeys?: boolean },
): Printer => {
  if (!text) throw new PrinterError('template format specified but no template given')
  const template = compileTemplate(text)
  return (value, write) => {
    for (const results of execute({ text, template, allowMissingKeys }, value)) write(toText(results))
  }
}

const compileTemplate = (text: string): Template => {
  try {
    return parseTemplate(text)
  } catch (error) {
    throw error instanceof PrinterError ? new PrinterError(`error parsing jsonpath ${text}, ${error.message}\n`) : error
  }
}

interface Execution {
  readonly text: string
  readonly template: Template
  readonly allowMissingKeys: boolean | undefined
}

const execute = ({ text, template, allowMissingKeys }: Execution, value: unknown): (readonly unknown[])[] => {
  try {
    return runTemplate(template, value, { allowMissingKeys })
  } catch (error) {
    throw error instanceof PathError ? new PrinterError(executionError(error.message, text, value)) : error
  }
}

const executionError = (reason: string, text: string, value: unknown): string =>
  [
    `error executing jsonpath ${goQuote(text)}: Error executing template: ${reason}.`,
    ' Printing more information for debugging the template:\n',
    `\ttemplate was:\n\t\t${text}\n`,
    `\tobject given to jsonpath engine was:\n\t\t${goSyntax(value)}\n\n\n`,
  ].join('')

const readTemplate = (path: string, readFile: (path: string) => string): string => {
  try {
    return readFile(path)
  } catch (error) {
    throw new PrinterError(`error reading --template ${path}, ${goFileError(error, path)}\n`)
  }
}
