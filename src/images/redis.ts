import { defineImage } from './image.ts'

/** A store that its own client finds alive. */
export const redis = defineImage({
  names: ['redis', 'valkey/valkey', 'bitnami/redis'],
  behaviour: () => ({
    stopCode: 0,
    listens: [6379],
    exec: ([program = '', ...words]) =>
      clients.has(program) && words.at(-1)?.toLowerCase() === 'ping' ? { exitCode: 0, output: 'PONG\n' } : undefined,
  }),
})

const clients = new Set(['redis-cli', 'valkey-cli'])
