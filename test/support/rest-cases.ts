import { StatusError } from '../../src/api/status-error.ts'
import { createLocalClient } from '../../src/apiserver/local-client.ts'
import { toGoJson } from '../../src/util/go-json.ts'
import type { TestBackend } from './backend.ts'
import { answered, ask, type RestRequest } from './rest-request.ts'

interface Answer {
  readonly status: number
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
  const client = createLocalClient({ backend, warn: () => {} })
  const before: unknown[] = []
  for (const [index, step] of (row.setup ?? []).entries()) {
    // A namespace was always given the time to get its service account.
    backend.isPrompt = isPrompt || index === 0
    if (step.sleepMs) await backend.pass(step.sleepMs)
    const body = filled(step.template?.body ?? step.body, before)
    before.push(step.path ? await answer({ ...step, body }) : undefined)
  }
  async function answer(request: RestRequest): Promise<Answer> {
    try {
      return { status: 0, body: answered(await ask(client, request), request) }
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
      return { status: error.code, body: error.toStatus() }
    }
  }
  const body = filled(row.requestTemplate?.body ?? row.request.body, before)
  const given = [await answer({ ...row.request, body })]
  for (const { request } of row.then ?? []) given.push(await answer(request))
  const recorded = [row.response, ...(row.then ?? []).map(({ response }) => response)]
  return {
    recorded: recorded.map(written),
    given: given.map((one, index) => written(isDone(recorded[index]) ? { status: 0, body: done } : one)),
  }
}

// That something was done is said by the server alone; a Client gives the object.
const done = { kind: 'Status', status: 'Success' }
const isDone = (answer: Answer | undefined): boolean => {
  const { kind, status } = (answer?.body ?? {}) as { kind?: string; status?: string }
  return kind === 'Status' && status === 'Success'
}

const written = ({ status, body }: Answer): string => {
  const code = status >= 400 ? status : 200
  return `${code} ${normalForm(toGoJson(isDone({ status, body }) ? done : withoutOthers(body)))}`
}

// Parts of the cluster that write objects: whose fields are whose is told of clients only.
const parts = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'node']

const withoutOthers = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutOthers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      if (key !== 'managedFields') return [[key, withoutOthers(item)]]
      const kept = (item as { manager: string }[]).filter(({ manager }) => !parts.includes(manager))
      return kept.length === 0 ? [] : [[key, kept]]
    }),
  )
}

const normalForm = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)/g, '<time>')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uid>')
    .replace(/(\\?"resourceVersion\\?": ?)\\?"\d+\\?",?/g, '')
    .replace(/(-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----(\\n)?)+/g, '<certificate>')
    .replace(/(10\.96|10\.244|172\.18)\.\d+\.\d+/g, '<ip>')
    .replace(/my-cluster-worker\d?/g, '<worker>')
    .replace(/\b[bcdfghjklmnpqrstvwxz2456789]{8,10}\b/g, '<hash>')
    .replace(/\b3[0-2]\d{3}\b/g, '<nodeport>')
    .replace(/-[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '-<rand>')

/** A template with the fields of earlier answers put in: `{{1.metadata.uid}}`. */
const filled = (body: unknown, before: readonly unknown[]): unknown =>
  body === undefined
    ? undefined
    : JSON.parse(
        JSON.stringify(body).replace(/\{\{(\d+)\.([^}]*)\}\}/g, (_, index, path: string) => {
          const { body: found } = before[Number(index)] as Answer
          return String(path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], found))
        }),
      )
