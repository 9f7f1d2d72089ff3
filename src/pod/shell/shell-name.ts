import type { Script } from './syntax.ts'

/** The script with `$0`, which is `bash` for the interpreter, as what its shell was called by. */
export const called = (script: Script, name: string): Script => named(script, name) as Script

const named = (value: unknown, name: string): unknown => {
  if (Array.isArray(value)) return value.map(part => named(part, name))
  if (typeof value !== 'object' || value === null) return value
  if (isName(value)) return { type: 'Literal', value: name }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, named(part, name)]))
}

const isName = (value: object): boolean =>
  'type' in value &&
  value.type === 'ParameterExpansion' &&
  'parameter' in value &&
  value.parameter === '0' &&
  'operation' in value &&
  value.operation === null
