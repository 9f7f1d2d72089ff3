import { parseApiVersion } from '../../api/meta.ts'
import type { Resource } from '../../api/resource.ts'
import { resources } from '../../api/resources/index.ts'
import { fieldSchema, type GroupVersionKind, type Schema, schemaOfKind } from '../../api/schema.ts'
import { readExplained } from '../explain/path.ts'
import { type Field, fieldText, headingOf, kindText } from '../explain/text.ts'
import { elementOf } from '../explain/type-name.ts'
import { defineVerb, Failure, UsageError } from '../verb.ts'

interface ExplainFlags {
  readonly apiVersion: string
  readonly output: string
  readonly recursive: boolean
}

export const explain = defineVerb({
  usage: 'TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] [-o|--output=plaintext|plaintext-openapiv2]',
  description: 'Tells what a kind is for and which fields it has; a path with dots leads to one field.',
  examples: `# What a Service has
kubectl explain services

# One field
kubectl explain services.spec.ports

# All fields below
kubectl explain deployments.spec.strategy --recursive`,

  declare(command) {
    command
      .option('--api-version <version>', 'The group and version of the kind (apps/v1).', '')
      .option('-o, --output <format>', 'plaintext or plaintext-openapiv2.', 'plaintext')
      .option('-R, --recursive', 'The fields of fields, too, without their description.', false)
  },

  complete(args, flags: ExplainFlags) {
    const [path, ...others] = args
    if (path === undefined) throw new UsageError(nothingNamed)
    if (others.length > 0) throw new UsageError('We accept only this format: explain RESOURCE')
    return { path, ...flags }
  },

  async run({ path, apiVersion, output, recursive }, { io }) {
    const { resource, fields } = readExplained(path, apiVersion)
    const kind = apiVersion ? inVersion(resource, apiVersion) : resource
    if (!['plaintext', 'plaintext-openapiv2'].includes(output)) throw new Failure(`unrecognized format: ${output}`)
    const schema = schemaOfKind(kind) ?? schemaOfKind(resource)
    if (!schema) throw new Failure(`the schema of ${kind.kind} is not known: kubesim cannot explain it`)
    io.out.write(headingOf(kind))
    const field = fieldAt(schema, fields)
    io.out.write(field ? fieldText(field, recursive) : kindText(schema, recursive))
  },
})

const nothingNamed =
  'You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.'

const inVersion = ({ kind, plural }: Resource, apiVersion: string): GroupVersionKind => {
  const { group, version } = parseApiVersion(apiVersion)
  const wanted = { group, version, kind }
  const isServed = resources.some(other => other.kind === kind && other.group === group && other.version === version)
  if (isServed || schemaOfKind(wanted)) return wanted
  const shown = group ? apiVersion : `/${version}`
  throw new Failure(`couldn't find resource for "${shown}, Resource=${plural}"`)
}

/** The field at the end of a path; undefined for an empty one. As kubectl says it, what is missing is the last word. */
const fieldAt = (schema: Schema, path: readonly string[]): Field | undefined => {
  let field: Field | undefined
  for (const name of path) {
    const owner: Schema = field ? elementOf(field.schema) : schema
    const found = fieldSchema(owner, name)
    if (!found) throw new Failure(`field "${path.at(-1)}" does not exist`)
    field = { owner, name, schema: found }
  }
  return field
}
