import type { Resource } from '../../api/resource.ts'
import { resolveSchema, type Schema, schemaId, schemaOfKind } from '../../api/schema.ts'
import type { Version } from '../discovery/groups.ts'
import { verbsOf } from '../verbs.ts'

/**
 * The OpenAPI document of a group and version, as far as clients make use of one: how kinds are patched (whose
 * parameters tell that the server checks fields), and the schemas of kinds.
 */
export const documentOf = ({ groupVersion, resources }: Version): object => ({
  openapi: '3.0.0',
  info: { title: 'Kubernetes', version: 'v1.36.2' },
  paths: Object.fromEntries(
    resources.filter(isPatched).map(resource => [pathOf(groupVersion, resource), pathItem(resource)]),
  ),
  components: { schemas: schemasOf(resources) },
})

const isPatched = (resource: Resource): boolean => verbsOf(resource).includes('patch')

const pathOf = (groupVersion: string, { namespaced, plural }: Resource): string => {
  const root = groupVersion.includes('/') ? 'apis' : 'api'
  return `/${root}/${groupVersion}/${namespaced ? 'namespaces/{namespace}/' : ''}${plural}/{name}`
}

const parameter = (name: string, type = 'string') => ({ name, in: 'query', schema: { type, uniqueItems: true } })
const parameters = [
  parameter('dryRun'),
  parameter('fieldManager'),
  parameter('fieldValidation'),
  parameter('force', 'boolean'),
]

const pathItem = ({ group, version, kind }: Resource): object => ({
  patch: {
    parameters,
    'x-kubernetes-action': 'patch',
    'x-kubernetes-group-version-kind': { group, version, kind },
  },
})

const schemasOf = (resources: readonly Resource[]): Readonly<Record<string, unknown>> => {
  const found = new Map<string, unknown>()
  for (const { group, version, kind } of resources) {
    const schema = schemaOfKind({ group, version, kind })
    if (schema) collect(schema, found)
  }
  return Object.fromEntries([...found].toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

/** Takes along whatever a schema refers to. */
const collect = (schema: Schema, found: Map<string, unknown>): void => {
  const id = schemaId(schema)
  if (id !== undefined) {
    if (found.has(id)) return
    found.set(id, undefined)
    const resolved = resolveSchema(schema)
    found.set(id, withoutGo(resolved))
    collect(resolved, found)
    return
  }
  const inside = [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties]
  for (const part of inside) if (part) collect(part, found)
}

/** What only Go's types tell is none of OpenAPI's business. */
const withoutGo = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutGo)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== 'x-go-type')
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutGo(part)]))
}
