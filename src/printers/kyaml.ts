import { toKyaml } from '../util/yaml/write-kyaml.ts'
import type { OutputFormat } from './printer.ts'
import { orPrinterError } from './yaml.ts'

/** `-o kyaml`: every object has its `---`. */
export const kyamlFormat: OutputFormat = {
  name: 'kyaml',
  compile:
    (_, { keepOrder = false }) =>
    (value, write) =>
      write(`---\n${orPrinterError(() => toKyaml(value, { sorted: !keepOrder }))}\n`),
}
