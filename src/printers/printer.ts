/**
 * Writes one API object or List; keeps state between calls where the format needs it. Throws a PrinterError. `look` is
 * the format's name.
 */
export type Printer = (value: unknown, write: (text: string, look?: string) => void) => void

export interface PrinterContext {
  /** The text of the file behind `jsonpath-file=` and the like; throws what `fs` throws. */
  readFile(path: string): string
  readonly allowMissingKeys?: boolean
  readonly noHeaders?: boolean
  /** JSON and KYAML leave the keys as they come: an object that kubectl made itself prints in its struct's order. */
  readonly keepOrder?: boolean
}

export interface OutputFormat {
  /** The word of `-o`, before its `=`. */
  readonly name: string
  /** Whether a template stands behind the `=`, or in --template. */
  readonly takesTemplate?: boolean
  /** Reads the template once, before anything is printed; throws a PrinterError where it is wrong. */
  compile(argument: string, context: PrinterContext): Printer | Promise<Printer>
}

/** What a printer refuses, in kubectl's words. `plain` where kubectl puts no `error: ` in front. */
export class PrinterError extends Error {
  readonly plain: boolean

  constructor(message: string, { plain = false }: { readonly plain?: boolean } = {}) {
    super(message)
    this.name = 'PrinterError'
    this.plain = plain
  }
}
