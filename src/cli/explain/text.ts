import { fieldWords } from '../../api/explain/field-words.ts'
import { kindWords } from '../../api/explain/kind-words.ts'
import { formatApiVersion } from '../../api/meta.ts'
import { resolveSchema, type Schema, schemaId, structName } from '../../api/schema.ts'
import { by } from '../../util/compare.ts'
import { elementOf, typeName } from './type-name.ts'

/** A field that a path leads to: the type that has it, and its own. */
export interface Field {
  readonly owner: Schema
  readonly name: string
  readonly schema: Schema
}

/** The lines that every explanation begins with. */
export const headingOf = ({ group, version, kind }: { group: string; version: string; kind: string }): string =>
  [
    group && `GROUP:      ${group}\n`,
    `KIND:       ${kind}\n`,
    `VERSION:    ${group ? version : formatApiVersion('', version)}\n\n`,
  ].join('')

/** What a kind is, and its fields. */
export const kindText = (schema: Schema, recursive: boolean): string =>
  `DESCRIPTION:\n    ${kindWords[nameOf(schema)] ?? empty}\n\n${fieldsText(schema, recursive)}`

/** What a field is for, and the fields below it. */
export const fieldText = ({ owner, name, schema }: Field, recursive: boolean): string => {
  const element = elementOf(schema)
  const { enum: allowed = [], default: usual } = resolveSchema(schema)
  const words = [wordsOf(owner, name), kindWords[nameOf(element)]].filter(Boolean)
  return [
    `FIELD: ${name} <${typeName(schema)}>\n`,
    allowed.length > 0 ? `ENUM:\n${allowed.map(value => `    ${value}\n`).join('')}` : '',
    `DESCRIPTION:\n${(words.length > 0 ? words : [empty]).map(line => `    ${line}\n`).join('')}`,
    typeof usual === 'string' && usual !== '' ? `DEFAULT:\n    ${usual}\n` : '',
    fieldsText(element, recursive),
  ]
    .filter(Boolean)
    .join('\n')
}

const empty = '<empty>'

const nameOf = (schema: Schema): string => structName(schemaId(schema) ?? '')

const wordsOf = (owner: Schema, name: string): string | undefined =>
  fieldWords[`${nameOf(owner)}.${name}`] ?? fieldWords[name]

const fieldsText = (schema: Schema, recursive: boolean): string => {
  const lines = fieldLines(schema, { recursive, margin: '  ', within: [] })
  return lines.length > 0 ? `FIELDS:\n${lines.join('')}\n` : ''
}

interface Layout {
  readonly recursive: boolean
  readonly margin: string
  /** The types around, which are not opened again. */
  readonly within: readonly string[]
}

const fieldLines = (schema: Schema, { recursive, margin, within }: Layout): readonly string[] => {
  const { properties = {}, required = [] } = resolveSchema(schema)
  return Object.entries(properties)
    .toSorted(by(([name]) => name))
    .flatMap(([name, field]) => {
      const element = elementOf(field)
      const id = schemaId(element) ?? ''
      const line = `${margin}${name}\t<${typeName(field)}>${required.includes(name) ? ' -required-' : ''}\n`
      if (!recursive) return [line, ...detailLines(schema, name, field)]
      if (within.includes(id)) return [line]
      return [line, ...fieldLines(element, { recursive, margin: `${margin}  `, within: [...within, id] })]
    })
}

const detailLines = (owner: Schema, name: string, field: Schema): readonly string[] => {
  const { enum: allowed = [] } = field
  const words = wordsOf(owner, name)
  return [
    ...(allowed.length > 0 ? [`  enum: ${allowed.join(', ')}\n`] : []),
    ...(words ? [`    ${words}\n`] : []),
    '\n',
  ]
}
