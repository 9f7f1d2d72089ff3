import type { RestHandler } from '../../src/api/rest.ts'
import { createLocalClient } from '../../src/apiserver/local-client.ts'
import { createKubelet } from '../../src/cluster/kubelet.ts'
import { createRestHandler } from '../../src/http/handler.ts'
import { toGoJson } from '../../src/util/go-json.ts'
import { seededRandom } from '../../src/util/random.ts'
import type { TestBackend } from './backend.ts'

export interface RestRequest {
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON. */
  readonly body?: unknown
}

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** What is no JSON is text; a watch is the list of its events. */
  readonly body?: unknown
}

interface Exchange {
  readonly request: RestRequest
  readonly response: Answer
}

/** A recorded exchange with the API server: what went before, the request, and what came back. */
export interface RestCase extends Exchange {
  readonly name: string
  readonly id: string
  readonly setup?: readonly (RestRequest & { readonly sleepMs?: number; readonly template?: RestRequest })[]
  readonly requestTemplate?: RestRequest
  /** What was done while the request, a watch, was open. */
  readonly during?: readonly RestRequest[]
  readonly then?: readonly Exchange[]
}

/**
 * Both sides of a case in normal form: what was recorded, and what a new cluster answers. Some recordings are of the
 * moment before the controllers came by (`isPrompt: false`).
 */
export const replayed = async (
  row: RestCase,
  backend: TestBackend,
  { isPrompt = true }: { isPrompt?: boolean } = {},
): Promise<{ readonly recorded: readonly string[]; readonly given: readonly string[] }> => {
  const handler = handlerOf(backend)
  const before: Answer[] = []
  for (const [index, step] of (row.setup ?? []).entries()) {
    // A namespace was always given the time to get its service account.
    backend.isPrompt = isPrompt || index === 0
    if (step.sleepMs) await backend.pass(step.sleepMs)
    before.push(step.path ? await ask(handler, filled({ ...step, ...step.template }, before)) : { status: 0 })
  }
  backend.meanwhile.push(...(row.during ?? []).map(request => () => ask(handler, request)))
  const given = [await ask(handler, filled({ ...row.request, ...row.requestTemplate }, before))]
  backend.meanwhile.length = 0
  for (const { request } of row.then ?? []) given.push(await ask(handler, onwards(request, row.response, given)))
  const recorded = [row.response, ...(row.then ?? []).map(({ response }) => response)]
  return { recorded: recorded.map(written), given: given.map(written) }
}

/** A request for the next page, with the token that was given in place of the recorded one. */
const onwards = (request: RestRequest, recorded: Answer, given: readonly Answer[]): RestRequest => {
  const [theirs, ours] = [recorded, given[0]].map(tokenIn)
  return theirs && ours ? { ...request, path: request.path.replace(theirs, ours) } : request
}

const tokenIn = (answer: Answer | undefined): string | undefined =>
  (answer?.body as { readonly metadata?: { readonly continue?: string } } | undefined)?.metadata?.continue

/** The REST interface of a cluster in memory. */
export const handlerOf = (backend: TestBackend): RestHandler =>
  createRestHandler({
    openClient: async ({ user, warn }) => createLocalClient({ backend, user, warn }),
    openKubelet: async () => createKubelet(backend),
    look: () => backend.read(({ view, now }) => ({ cluster: view, random: seededRandom(now) })),
    wait: milliseconds => backend.pass(milliseconds),
  })

/** What a handler answers to a request, with its JSON read. */
export const ask = async (handler: RestHandler, { method, path, headers = {}, body }: RestRequest): Promise<Answer> => {
  const sent = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const response = await handler({ method, path, headers, body: new TextEncoder().encode(sent) })
  const answered: Record<string, string> = {}
  for (const [name, value] of response.headers) {
    const key = name.toLowerCase()
    answered[key] = answered[key] === undefined ? value : `${answered[key]}, ${value}`
  }
  const base = { status: response.status, headers: answered }
  if (typeof response.body !== 'string' && !(response.body instanceof Uint8Array)) {
    const events: unknown[] = []
    for await (const line of response.body) events.push(JSON.parse(line))
    return { ...base, body: events }
  }
  const text = typeof response.body === 'string' ? response.body : new TextDecoder().decode(response.body)
  return { ...base, body: answered['content-type']?.startsWith('application/json') && text ? JSON.parse(text) : text }
}

// What a client goes by; dates, lengths and what names an installation are left out.
const headersThatCount = ['cache-control', 'content-type', 'location', 'retry-after', 'vary', 'warning']

const written = ({ status, headers = {}, body = '' }: Answer): string => {
  const counted = headersThatCount.flatMap(name => (headers[name] ? [`${name}: ${headers[name]}`] : []))
  return normalForm([status, ...counted, toGoJson(withoutOthers(body))].join('\n'))
}

// Parts of the cluster that write objects: whose fields are whose is told of clients only.
const parts = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'node']

const withoutAge = (cell: unknown): unknown => (/^(\d+[dhms]){1,2}$/.test(String(cell)) ? '<age>' : cell)

const withoutOthers = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutOthers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      // Descriptions of columns are words of our own.
      if (key === 'columnDefinitions' && Array.isArray(item))
        return [[key, item.map(one => ({ ...one, description: '' }))]]
      if (key === 'cells' && Array.isArray(item)) return [[key, item.map(withoutAge)]]
      if (key !== 'managedFields' || !Array.isArray(item)) return [[key, withoutOthers(item)]]
      const kept = (item as { manager: string }[]).filter(({ manager }) => !parts.includes(manager))
      return kept.length === 0 ? [] : [[key, kept]]
    }),
  )
}

/** Where a page begins; the revision beside it is of its cluster. */
const startIn = (token: string): string => {
  const text = Buffer.from(token, 'base64url').toString()
  return text.replace(/"rv":\d+/, '"rv":<revision>')
}

const normalForm = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, '<time>')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>')
    .replace(/(\\?"resourceVersion\\?": ?)\\?"\d+\\?",?/g, '')
    .replace(/(-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----(\\n)?)+/g, '<certificate>')
    .replace(/"continue":"([-\w]+)"/g, (_, token: string) => `"continue":${JSON.stringify(startIn(token))}`)
    .replace(/current: \d+/g, 'current: <revision>')
    .replace(/(10\.96|10\.244|172\.18)\.\d+\.\d+/g, '<ip>')
    .replace(/my-cluster-worker\d?/g, '<worker>')
    .replace(/\b[bcdfghjklmnpqrstvwxz2456789]{8,10}\b/g, '<hash>')
    .replace(/\b3[0-2]\d{3}\b/g, '<nodeport>')
    .replace(/-[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '-<rand>')

/** A template with the fields of earlier answers put in: `{{1.metadata.uid}}`. */
const filled = (request: RestRequest, before: readonly Answer[]): RestRequest =>
  JSON.parse(
    JSON.stringify(request).replace(/\{\{(\d+)\.([^}]*)\}\}/g, (_, index, path: string) => {
      const { body: found } = before[Number(index)] as Answer
      return String(path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], found))
    }),
  )
