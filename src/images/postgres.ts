import type { Executed } from '../api/behaviour.ts'
import { type ServerPlace, valueOfFlag } from './client.ts'
import { defineImage } from './image.ts'
import { startupFor } from './postgres/client.ts'
import { converse } from './postgres/converse.ts'
import { startLog, utcTime } from './start-log.ts'

const noResponse = ({ host, port }: ServerPlace): Executed => ({
  exitCode: 2,
  output: `${host}:${port} - no response\n`,
})

/** A database that its own client finds ready. */
export const postgres = defineImage({
  names: ['postgres', 'bitnami/postgresql'],
  programs: ['pg_isready'],
  client: {
    port: 5432,
    portLetter: 'p',
    fails: noResponse,
    asks(command) {
      const host = valueOfFlag(command, 'h', 'host') ?? '/'
      if (command[0] !== 'pg_isready' || host.startsWith('/')) return undefined
      return { bytes: startupFor(valueOfFlag(command, 'U', 'username') ?? 'root'), told: isReady }
    },
  },
  behaviour: running => ({
    converse: heard => converse(running, heard),
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

/** A server that wants a password, or that says why it lets nobody in, is there. */
const isReady = (answer: string, place: ServerPlace): Executed =>
  /^[RE]/.test(answer)
    ? { exitCode: 0, output: `${place.host}:${place.port} - accepting connections\n` }
    : noResponse(place)
