import { defineImage } from './image.ts'
import { redisTime, startLog } from './start-log.ts'

const programs = ['redis-cli', 'valkey-cli']

/** A store that its own client finds alive. */
export const redis = defineImage({
  names: ['redis', 'valkey/valkey', 'bitnami/redis'],
  programs,
  client: {
    port: 6379,
    portLetter: 'p',
    fails: ({ host, port }, why) => ({
      exitCode: 1,
      output: `Could not connect to Redis at ${host}:${port}: ${why}\n`,
    }),
  },
  behaviour: () => ({
    stopCode: 0,
    listens: [6379],
    log: startLog(at => `1:M ${redisTime(at)} * Ready to accept connections tcp`),
    exec: ([program = '', ...words]) =>
      programs.includes(program) && words.at(-1)?.toLowerCase() === 'ping'
        ? { exitCode: 0, output: 'PONG\n' }
        : undefined,
  }),
})
