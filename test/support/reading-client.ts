import type { Client } from '../../src/api/client.ts'
import type { KubeObject } from '../../src/api/meta.ts'
import type { Resource } from '../../src/api/resource.ts'
import { matchesSelector, parseSelector } from '../../src/api/selector-parser.ts'
import { notFound } from '../../src/api/status-error.ts'
import { formatTabular } from '../../src/printers/tabular.ts'
import { by } from '../../src/util/compare.ts'

/** A client that can only read, of a cluster of these objects. It has no field selectors but those that find nothing. */
export const readingClient = (objects: readonly KubeObject[]): Client => {
  const refuse = (): never => {
    throw new Error('this client only reads')
  }
  const items = objects.toSorted(by(({ metadata }) => metadata.name))
  return {
    get: async ({ resource, namespace, name }) => {
      const found = items.find(
        ({ kind, metadata }) => kind === resource.kind && metadata.name === name && metadata.namespace === namespace,
      )
      if (!found) throw notFound({ group: resource.group, resource: resource.plural }, name)
      return found
    },
    list: async ({ kind }, { namespace, labelSelector = '', fieldSelector } = {}) => {
      const selector = parseSelector(labelSelector)
      const chosen = items.filter(
        object =>
          object.kind === kind &&
          (namespace === undefined || object.metadata.namespace === namespace) &&
          matchesSelector(selector, object.metadata.labels),
      )
      return { items: fieldSelector ? [] : chosen, resourceVersion: '1' }
    },
    watch: refuse,
    create: refuse,
    update: refuse,
    patch: refuse,
    delete: refuse,
    now: refuse,
    sleep: refuse,
  }
}

/** What `kubectl describe` prints of one object in a cluster of these objects. */
export const describeText = async <T extends KubeObject>(
  resource: Resource<T>,
  object: T,
  objects: readonly KubeObject[] = [],
): Promise<string> => {
  const context = { client: readingClient(objects), now: 0, showEvents: true }
  return formatTabular((await resource.describe?.(object, context)) ?? [])
}
