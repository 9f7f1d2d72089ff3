import { YamlError } from '../util/yaml/error.ts'
import { toYaml } from '../util/yaml/write.ts'
import { type OutputFormat, PrinterError } from './printer.ts'

/** `-o yaml`: from the second object on, `---` stands in front of each. */
export const yamlFormat: OutputFormat = {
  name: 'yaml',
  compile() {
    let printed = 0
    return (value, write) => {
      const text = orPrinterError(() => toYaml(value))
      write(printed++ > 0 ? `---\n${text}` : text)
    }
  },
}

/** Gives what `print` gives, its YamlError turned into a PrinterError. */
export const orPrinterError = (print: () => string): string => {
  try {
    return print()
  } catch (error) {
    throw error instanceof YamlError ? new PrinterError(error.message) : error
  }
}
