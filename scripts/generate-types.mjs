// Writes what src/api/generated holds besides its JSON, from that: types.ts, one readonly interface a schema,
// schema-text.ts, schemas and Go types as one text that is parsed when it is first asked for, and field-order-text.ts.
import { readFileSync, writeFileSync } from 'node:fs'

const folder = new URL('../src/api/generated/', import.meta.url)
const schemas = JSON.parse(readFileSync(new URL('schema.json', folder), 'utf8'))

// Two groups have an EndpointPort, an Event and an EventSeries: the one outside core carries its group's name.
const plain = id => id.split('.').at(-1)
const groupOf = id => id.split('.').at(-3)
const taken = name => Object.keys(schemas).filter(id => plain(id) === name).length > 1
const capital = word => word[0].toUpperCase() + word.slice(1)
const nameOf = id => (taken(plain(id)) && groupOf(id) !== 'core' ? capital(groupOf(id)) : '') + plain(id)

const list = type => (/[|{]/.test(type) ? `readonly (${type})[]` : `readonly ${type}[]`)

const typeOf = schema => {
  if (schema.$ref) return nameOf(schema.$ref.split('/').at(-1))
  if (schema.oneOf) return schema.oneOf.map(typeOf).join(' | ')
  if (schema.enum) return schema.enum.map(value => `'${value}'`).join(' | ')
  if (schema.type === 'array') return list(typeOf(schema.items))
  if (schema.type === 'integer') return 'number'
  if (schema.additionalProperties) return `{ readonly [key: string]: ${typeOf(schema.additionalProperties)} }`
  return schema.type === 'object' ? '{ readonly [key: string]: unknown }' : schema.type
}

// What the server stores always has these, though a request may leave them out.
const stored = ['apiVersion', 'kind', 'metadata', 'spec']
const requiredOf = (id, schema) => [
  ...(schema.required ?? []),
  ...(schema['x-kubernetes-group-version-kind'] ? stored : []),
  ...(id.endsWith('.ObjectMeta') ? ['name'] : []),
]

const property =
  required =>
  ([name, schema]) => {
    const key = /^[A-Za-z]\w*$/.test(name) ? name : `'${name}'`
    return required.includes(name)
      ? `  readonly ${key}: ${typeOf(schema)}`
      : `  readonly ${key}?: ${typeOf(schema)} | undefined`
  }

const declaration = ([id, schema]) =>
  schema.properties
    ? `export interface ${nameOf(id)} {\n${Object.entries(schema.properties)
        .map(property(requiredOf(id, schema)))
        .join('\n')}\n}\n`
    : `export type ${nameOf(id)} = ${typeOf(schema)}\n`

const text = Object.entries(schemas).map(declaration).join('\n')
writeFileSync(
  new URL('types.ts', folder),
  `// Made by scripts/generate-types.mjs from schema.json: do not edit.\n\n${text}`,
)

// The Go types tell what the schema does not: which zero values are kept, and the names that errors print.
const goTypes = JSON.parse(readFileSync(new URL('go-types.json', folder), 'utf8'))
for (const [id, fields] of Object.entries(goTypes)) {
  for (const [name, type] of Object.entries(fields)) schemas[`io.k8s.${id}`].properties[name]['x-go-type'] = type
}
writeFileSync(
  new URL('schema-text.ts', folder),
  `// Made by scripts/generate-types.mjs from schema.json and go-types.json: do not edit.\n\n/** The schemas by id, as JSON. */\nexport const schemaText =\n  ${JSON.stringify(JSON.stringify(schemas))}\n`,
)

// In which order Go's structs have their fields, where that is not the alphabet's.
const order = JSON.parse(readFileSync(new URL('field-order.json', folder), 'utf8'))
writeFileSync(
  new URL('field-order-text.ts', folder),
  `// Made by scripts/generate-types.mjs from field-order.json: do not edit.\n\n/** The fields of Go's structs in their order, by schema id, as JSON; structs in the order of the alphabet are left out. */\nexport const fieldOrderText =\n  ${JSON.stringify(JSON.stringify(order))}\n`,
)
