import { defineImage } from './image.ts'
import { printedOf, sentFor } from './redis/client.ts'
import { converse } from './redis/converse.ts'
import { redisTime, startLog } from './start-log.ts'

const programs = ['redis-cli', 'valkey-cli']

/** A store of short texts by name, and the client that comes with it. */
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
    asks: ([, ...words], stdin) => ({
      bytes: sentFor(words, stdin),
      told(answer) {
        const isLost = answer === '' && sentFor(words, stdin) !== ''
        return isLost
          ? { exitCode: 1, output: 'Error: Server closed the connection\n' }
          : { exitCode: 0, output: printedOf(answer) }
      },
    }),
  },
  behaviour: running => ({
    stopCode: 0,
    listens: [6379],
    log: startLog(at => `1:M ${redisTime(at)} * Ready to accept connections tcp`),
    converse: (heard, now) => converse(running, heard, now),
    exec: ([program = '', ...words]) =>
      programs.includes(program) && words.at(-1)?.toLowerCase() === 'ping'
        ? { exitCode: 0, output: 'PONG\n' }
        : undefined,
  }),
})
