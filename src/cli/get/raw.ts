import type { Resource } from '../../api/resource.ts'
import { resources } from '../../api/resources/index.ts'
import { noSuchResource } from '../../api/status-error.ts'
import { toGoJson } from '../../util/go-json.ts'
import { preferredResources, toApiResource } from '../selection/discovery.ts'
import type { Context } from '../verb.ts'

/** Prints what the API answers at a path: health, version, what there is, lists and objects. */
export const printRaw = async (path: string, context: Context): Promise<void> => {
  const [, route = ''] = /^\/?([^?]*)/.exec(path) ?? []
  const segments = route.split('/').filter(Boolean)
  const answer = await answerTo(segments, context)
  context.io.out.write(typeof answer === 'string' ? answer : `${toGoJson(answer, 0, { sorted: false })}\n`)
}

const health = ['healthz', 'livez', 'readyz']

const answerTo = async (segments: readonly string[], context: Context): Promise<unknown> => {
  const [first = '', ...rest] = segments
  if (health.includes(first) && rest.length === 0) return 'ok'
  if (first === 'version' && rest.length === 0)
    return { major: '1', minor: '36', gitVersion: 'v1.36.2', platform: 'linux/amd64' }
  if (first === 'api' && rest.length === 0) return { kind: 'APIVersions', versions: ['v1'] }
  if (first === 'apis' && rest.length === 0) return groupList()
  if (first === 'api') return inVersion({ group: '', version: rest[0] ?? '', rest: rest.slice(1) }, context)
  if (first !== 'apis' || rest.length < 2) throw noSuchResource()
  return inVersion({ group: rest[0] ?? '', version: rest[1] ?? '', rest: rest.slice(2) }, context)
}

interface Place {
  readonly group: string
  readonly version: string
  /** What stands behind the version. */
  readonly rest: readonly string[]
}

const inVersion = async ({ group, version, rest }: Place, context: Context): Promise<unknown> => {
  const served = resources.filter(resource => resource.group === group && resource.version === version)
  if (served.length === 0) throw noSuchResource()
  const groupVersion = group ? `${group}/${version}` : version
  if (rest.length === 0) {
    const list = served.map(resource => toApiResource(resource, { withGroup: false }))
    return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: list }
  }
  return objectsAt(served, rest, context)
}

const objectsAt = async (
  served: readonly Resource[],
  rest: readonly string[],
  { client }: Context,
): Promise<unknown> => {
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2
  const namespace = inNamespace ? rest[1] : undefined
  const [plural, name, subresource] = inNamespace ? rest.slice(2) : rest
  const resource = served.find(candidate => candidate.plural === plural)
  if (!resource || (inNamespace && !resource.namespaced)) throw noSuchResource()
  if (name) return client.get({ resource, namespace, name: decodeURIComponent(name), subresource })
  const { items, resourceVersion } = await client.list(resource, { namespace })
  const { group, version, kind } = resource
  const apiVersion = group ? `${group}/${version}` : version
  return { kind: `${kind}List`, apiVersion, metadata: { resourceVersion }, items }
}

const groupList = (): unknown => {
  const groups = [...new Set(resources.map(({ group }) => group))].filter(Boolean)
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groups.map(name => {
      const ofGroup = resources.filter(({ group }) => group === name)
      const versions = [...new Set(ofGroup.map(({ version }) => version))]
      const preferred = preferredResources(ofGroup)[0]?.version ?? ''
      const toVersion = (version: string) => ({ groupVersion: `${name}/${version}`, version })
      return { name, versions: versions.map(toVersion), preferredVersion: toVersion(preferred) }
    }),
  }
}
