import type { Client, NewTarget } from '../../src/api/client.ts'
import type { Status } from '../../src/api/generated/types.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import { fromStatus } from '../../src/api/status-error.ts'

/** What a server answers to requests of a method and a path (a pattern). */
export interface Answer {
  readonly method: string
  readonly path: string
  readonly body: Status | KubeObject
  /** Texts of Warning headers. */
  readonly warn?: readonly string[]
}

interface Script {
  readonly answers: readonly Answer[]
  /** Asked where no answer fits, and for the rows of an answer that is a Table. */
  readonly others: Client
  onWarning(text: string): void
}

/** A client of a server that has some answers ready: Statuses are thrown, objects given, warnings told. */
export const scriptedClient = ({ answers, others, onWarning }: Script): Client => {
  const answer = (method: string, target: NewTarget): KubeObject | undefined => {
    const path = pathOf(target)
    const found = answers.find(each => each.method === method && new RegExp(each.path).test(path))
    for (const text of found?.warn ?? []) onWarning(text)
    if (!found || found.body.kind === 'Table') return undefined
    if (isStatus(found.body)) throw fromStatus(found.body)
    return found.body
  }
  return {
    ...others,
    get: async target => answer('GET', target) ?? others.get(target),
    async list(resource, options) {
      answer('GET', { resource, namespace: options?.namespace })
      return others.list(resource, options)
    },
    create: async (target, object, options) => answer('POST', target) ?? others.create(target, object, options),
    update: async (target, object, options) => answer('PUT', target) ?? others.update(target, object, options),
    patch: async (target, patch, options) => answer('PATCH', target) ?? others.patch(target, patch, options),
    delete: async (target, options) => answer('DELETE', target) ?? others.delete(target, options),
  }
}

const isStatus = (body: Status | KubeObject): body is Status => body.kind === 'Status'

const pathOf = ({ resource, namespace, name, subresource }: NewTarget): string =>
  [
    resource.group ? `/apis/${resource.group}` : '/api',
    resource.version,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    resource.plural,
    name,
    subresource,
  ]
    .filter(part => part !== undefined)
    .join('/')
