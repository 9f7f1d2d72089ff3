import { valueOfFlag } from './client.ts'
import { defineImage } from './image.ts'
import { startLog, utcTime } from './start-log.ts'

/** A database that its own client finds ready. */
export const postgres = defineImage({
  names: ['postgres', 'bitnami/postgresql'],
  programs: ['pg_isready'],
  client: {
    port: 5432,
    portLetter: 'p',
    fails: ({ host, port }) => ({ exitCode: 2, output: `${host}:${port} - no response\n` }),
  },
  behaviour: () => ({
    stopCode: 0,
    listens: [5432],
    log: startLog(
      at => `${utcTime(at)} [1] LOG:  listening on IPv4 address "0.0.0.0", port 5432`,
      at => `${utcTime(at)} [1] LOG:  database system is ready to accept connections`,
    ),
    exec([program, ...words]) {
      if (program !== 'pg_isready') return undefined
      const host = valueOfFlag(words, 'h', 'host') ?? '/var/run/postgresql'
      const port = valueOfFlag(words, 'p', 'port') ?? '5432'
      return { exitCode: 0, output: `${host}:${port} - accepting connections\n` }
    },
  }),
})
