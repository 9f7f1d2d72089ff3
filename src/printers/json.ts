import { toGoJson } from '../util/go-json.ts'
import type { OutputFormat } from './printer.ts'

/** `-o json`: four blanks a level. */
export const jsonFormat: OutputFormat = {
  name: 'json',
  compile:
    (_, { keepOrder = false }) =>
    (value, write) =>
      write(`${toGoJson(value, 4, { sorted: !keepOrder })}\n`),
}
