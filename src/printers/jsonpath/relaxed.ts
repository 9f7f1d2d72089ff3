import { PrinterError } from '../printer.ts'
import { parseTemplate } from './parser.ts'
import { PathError } from './path-error.ts'
import { runTemplate } from './run.ts'

const pattern = /^\{\.?([^{}]+)\}$|^\.?([^{}]+)$/

/**
 * The path that --sort-by, custom-columns and wait take: `a.b`, `.a.b`, `{a.b}` and `{.a.b}` all become `{.a.b}`.
 * An empty one stays empty; throws a PrinterError.
 */
export const relaxedPath = (text: string): string => {
  if (text === '') return ''
  const [whole, braced, bare] = pattern.exec(text) ?? []
  if (whole === undefined) {
    throw new PrinterError(
      "unexpected path string, expected a 'name1.name2' or '.name1.name2' or '{name1.name2}' or '{.name1.name2}'",
    )
  }
  return `{.${braced ?? bare}}`
}

/** A function that gives all values under a relaxed path. Both it and this one throw a PrinterError. */
export const compileRelaxed = (text: string): ((value: unknown) => readonly unknown[]) => {
  const read = compilePath(relaxedPath(text))
  return value => read(value).flat()
}

/** A function that gives the values of each part of a template. Both it and this one throw a PrinterError. */
export const compilePath = (text: string): ((value: unknown) => readonly (readonly unknown[])[]) => {
  const template = parseTemplate(text)
  return value => {
    try {
      return runTemplate(template, value)
    } catch (error) {
      throw error instanceof PathError ? new PrinterError(error.message) : error
    }
  }
}

/** All values under a relaxed path in one value. */
export const find = (path: string, value: unknown): readonly unknown[] => compileRelaxed(path)(value)
