import type { OutputFormat } from './printer.ts'

/** An output format by its word in `-o`, loaded when it is asked for. */
export interface FormatEntry {
  readonly name: string
  /** Whether `=TEMPLATE` may stand behind the word. */
  readonly takesTemplate?: boolean
  /** Whether the word may be written in capitals: kubectl lower-cases it for some formats only. */
  readonly anyCase?: boolean
  load(): Promise<OutputFormat>
}

/** Every format of `-o` but the tables (none and `wide`): one line each. */
export const formats: readonly FormatEntry[] = [
  {
    name: 'custom-columns',
    takesTemplate: true,
    load: async () => (await import('./custom-columns/format.ts')).customColumns,
  },
  {
    name: 'custom-columns-file',
    takesTemplate: true,
    load: async () => (await import('./custom-columns/format.ts')).customColumnsFile,
  },
  { name: 'go-template', takesTemplate: true, load: async () => (await import('./go-template/format.ts')).goTemplate },
  {
    name: 'go-template-file',
    takesTemplate: true,
    load: async () => (await import('./go-template/format.ts')).goTemplateFile,
  },
  { name: 'json', anyCase: true, load: async () => (await import('./json.ts')).jsonFormat },
  { name: 'jsonpath', takesTemplate: true, load: async () => (await import('./jsonpath/format.ts')).jsonpath },
  {
    name: 'jsonpath-as-json',
    takesTemplate: true,
    load: async () => (await import('./jsonpath/format.ts')).jsonpathAsJson,
  },
  { name: 'jsonpath-file', takesTemplate: true, load: async () => (await import('./jsonpath/format.ts')).jsonpathFile },
  { name: 'kyaml', anyCase: true, load: async () => (await import('./kyaml.ts')).kyamlFormat },
  { name: 'name', anyCase: true, load: async () => (await import('./name.ts')).nameFormat },
  { name: 'template', takesTemplate: true, load: async () => (await import('./go-template/format.ts')).template },
  {
    name: 'templatefile',
    takesTemplate: true,
    load: async () => (await import('./go-template/format.ts')).templateFile,
  },
  { name: 'yaml', anyCase: true, load: async () => (await import('./yaml.ts')).yamlFormat },
]
