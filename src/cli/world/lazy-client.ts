import type { Client } from '../../api/client.ts'
import { checkSegments, type Segments } from '../selection/path-segments.ts'

/**
 * A client that is opened when it is first asked for something. As kubectl's, it asks for nothing whose namespace or
 * name cannot be part of a path.
 */
export const lazyClient = (open: () => Promise<Client>): Client => {
  let opened: Promise<Client> | undefined
  const client = (): Promise<Client> => {
    opened ??= open()
    return opened
  }
  const clientFor = (target: Segments): Promise<Client> => {
    checkSegments(target)
    return client()
  }
  return {
    get: async target => (await clientFor(target)).get(target),
    list: async (resource, options) => (await client()).list(resource, options),
    async *watch(resource, options) {
      yield* (await client()).watch(resource, options)
    },
    create: async (target, object, options) => (await clientFor(target)).create(target, object, options),
    update: async (target, object, options) => (await clientFor(target)).update(target, object, options),
    patch: async (target, patch, options) => (await clientFor(target)).patch(target, patch, options),
    delete: async (target, options) => (await clientFor(target)).delete(target, options),
    now: async () => (await client()).now(),
    sleep: async milliseconds => (await client()).sleep(milliseconds),
  }
}
