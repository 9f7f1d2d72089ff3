/** What a template may speak of. */
export interface TemplateData {
  readonly Name: string
  readonly Zone: string
  readonly Regex: string
  readonly Class: string
  readonly Type: string
  readonly Remote: string
  readonly Match: readonly string[]
  readonly Group: Readonly<Record<string, string>>
}

type Part = (data: TemplateData) => string

/**
 * Compiles the part of Go's templates that records are written with: `{{ .Name }}`, `{{ .Group.a }}`,
 * `{{ index .Match 1 }}`, `{{ index .Group "1" }}`. Throws for anything else.
 */
export const compileTemplate = (text: string): Part => {
  const parts = text
    .split(/(\{\{[\s\S]*?\}\})/)
    .map(part => (part.startsWith('{{') ? action(part) : (): string => part))
  return data => parts.map(part => part(data)).join('')
}

const scalars = ['Name', 'Zone', 'Regex', 'Class', 'Type', 'Remote'] as const

const action = (source: string): Part => {
  const text = source.replace(/^\{\{-?\s*/, '').replace(/\s*-?\}\}$/, '')
  const scalar = scalars.find(name => text === `.${name}` || text === `$.${name}`)
  if (scalar) return data => data[scalar]
  if (text === '.Question.Name') return data => data.Name
  const [, group] = /^\.Group\.(\w+)$/.exec(text) ?? /^index\s+\.Group\s+"(\w+)"$/.exec(text) ?? []
  if (group !== undefined) return data => (Object.hasOwn(data.Group, group) ? (data.Group[group] ?? '') : '')
  const [, index] = /^index\s+\.Match\s+(\d{1,3})$/.exec(text) ?? []
  if (index !== undefined) return data => data.Match[Number(index)] ?? ''
  const [, literal] = /^"([^"]*)"$/.exec(text) ?? []
  if (literal !== undefined) return () => literal
  throw new Error(`this action of a template is not simulated: ${source}`)
}
