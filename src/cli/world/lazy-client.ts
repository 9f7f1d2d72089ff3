import type { Client } from '../../api/client.ts'

/** A client that is opened when it is first asked for something. */
export const lazyClient = (open: () => Promise<Client>): Client => {
  let opened: Promise<Client> | undefined
  const client = (): Promise<Client> => {
    opened ??= open()
    return opened
  }
  return {
    get: async target => (await client()).get(target),
    list: async (resource, options) => (await client()).list(resource, options),
    async *watch(resource, options) {
      yield* (await client()).watch(resource, options)
    },
    create: async (target, object, options) => (await client()).create(target, object, options),
    update: async (target, object, options) => (await client()).update(target, object, options),
    patch: async (target, patch, options) => (await client()).patch(target, patch, options),
    delete: async (target, options) => (await client()).delete(target, options),
    now: async () => (await client()).now(),
    sleep: async milliseconds => (await client()).sleep(milliseconds),
  }
}
