import type { Client, DeleteOptions, NewTarget, Patch, Target, WriteOptions } from '../../src/api/client.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import { parsePatch } from '../../src/api/patch/parse-patch.ts'
import { resources } from '../../src/api/resources/index.ts'
import { methodNotAllowed, noSuchResource } from '../../src/api/status-error.ts'

export interface RestRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** What a request to the REST server asks of its Client: for the recorded requests, not a server. */
export const ask = async (client: Client, request: RestRequest): Promise<unknown> => {
  const url = new URL(request.path, 'https://server')
  const target = targetOf(url.pathname)
  const options = writeOptions(url.searchParams, /apply/.test(request.headers?.['content-type'] ?? ''))
  const { body } = request
  if (!target.name && request.method === 'GET') return client.list(target.resource, listOptions(target, url))
  if (request.method === 'GET') return client.get(target)
  if (request.method === 'POST') return client.create(newTargetOf(target), body, options)
  if (!target.name) throw methodNotAllowed()
  if (request.method === 'PUT') return client.update(target, body, options)
  if (request.method === 'PATCH') return client.patch(target, patchOf(request, url), options)
  if (request.method === 'DELETE') return client.delete(target, deleteOptions(url.searchParams, body))
  throw methodNotAllowed()
}

const newTargetOf = ({ name, ...rest }: Found): NewTarget => (rest.subresource ? { ...rest, name } : rest)

type Found = Omit<Target, 'name'> & { readonly name: string }

const targetOf = (path: string): Found => {
  const [first, ...words] = path.slice(1).split('/')
  const [group = '', version = '', ...rest] = first === 'api' ? ['', ...words] : words
  const isScoped = rest[0] === 'namespaces' && rest.length > 2 && !['status', 'finalize'].includes(rest[2] ?? '')
  const [plural, name = '', subresource] = isScoped ? rest.slice(2) : rest
  const resource = resources.find(kind => kind.group === group && kind.version === version && kind.plural === plural)
  if (!resource) throw noSuchResource()
  return { resource, namespace: isScoped ? rest[1] : undefined, name: decodeURIComponent(name), subresource }
}

const listOptions = ({ namespace }: Found, { searchParams }: URL) => ({
  namespace,
  labelSelector: searchParams.get('labelSelector') ?? undefined,
  fieldSelector: searchParams.get('fieldSelector') ?? undefined,
})

const writeOptions = (query: URLSearchParams, isApply: boolean): WriteOptions => ({
  dryRun: query.has('dryRun'),
  fieldManager: query.get('fieldManager') ?? (isApply ? undefined : 'unknown'),
  fieldValidation: (query.get('fieldValidation') || undefined) as WriteOptions['fieldValidation'],
})

const patchOf = ({ headers = {}, body }: RestRequest, { searchParams }: URL): Patch => {
  const type = (headers['content-type'] ?? '').replace(/application\/|-patch\+(json|yaml)/g, '')
  const force = searchParams.get('force') === 'true'
  if (type === 'apply') return { type, body, force }
  return parsePatch(
    typeof body === 'string' ? body : JSON.stringify(body),
    type === 'strategic-merge' ? 'strategic' : (type as 'json' | 'merge'),
  )
}

const deleteOptions = (query: URLSearchParams, body: unknown): DeleteOptions => {
  const given = (body ?? {}) as Omit<DeleteOptions, 'dryRun'> & { readonly dryRun?: readonly string[] }
  const grace = query.get('gracePeriodSeconds')
  const policy = query.get('propagationPolicy') ?? undefined
  return {
    gracePeriodSeconds: given.gracePeriodSeconds ?? (grace === null ? undefined : Number(grace)),
    propagationPolicy: given.propagationPolicy ?? (policy as DeleteOptions['propagationPolicy']),
    preconditions: given.preconditions,
    dryRun: query.has('dryRun') || (given.dryRun ?? []).length > 0,
  }
}

/** An answer of a Client as the server would write it. */
export const answered = (found: unknown, { path }: RestRequest): unknown => {
  if (typeof found !== 'object' || found === null || !('items' in found)) return found
  const { kind, group, version } = targetOf(new URL(path, 'https://server').pathname)
    .resource as never as KubeObject & {
    group: string
    version: string
  }
  return {
    kind: `${kind}List`,
    apiVersion: group ? `${group}/${version}` : version,
    metadata: {},
    items: (found.items as readonly KubeObject[]).map(({ kind: _, apiVersion: __, ...rest }) => rest),
  }
}
