import type { Resource } from '../../api/resource.ts'
import { verbsOf } from '../../api/verbs.ts'
import type { Version } from '../discovery/groups.ts'
import { schemasOf } from './schemas.ts'

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
