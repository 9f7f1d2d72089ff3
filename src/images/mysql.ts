import type { Executed } from '../api/behaviour.ts'
import { type ServerQuestion, serverIn } from './client.ts'
import { defineImage } from './image.ts'
import { clientFails } from './mysql/client-fails.ts'
import { converse } from './mysql/converse.ts'
import { startLog } from './start-log.ts'

const server = { port: 3306, portLetter: 'P' }

/** A database that its own client finds alive. */
export const mysql = defineImage({
  names: ['mysql', 'mariadb', 'bitnami/mysql', 'bitnami/mariadb'],
  programs: ['mysqladmin', 'mariadb-admin', 'mysql', 'mariadb'],
  client: {
    ...server,
    fails: clientFails,
    asks([program = '', ...words]) {
      const isPing = program.endsWith('admin') && words.includes('ping')
      return isPing && serverIn(words, server) ? { bytes: '', told: greeted(program, words) } : undefined
    },
  },
  behaviour: running => ({
    stopCode: 0,
    listens: [3306],
    log: startLog(readyLine),
    converse: (heard, now) => converse(running, heard, now),
    exec: executed,
  }),
})

/** Whoever greets is alive, whether or not it lets one in. */
const greeted =
  (program: string, words: readonly string[]): ServerQuestion['told'] =>
  (answer, { host }) =>
    answer[4] === '\x0a'
      ? (executed([program, ...words]) ?? { exitCode: 0, output: '' })
      : {
          exitCode: 1,
          output: `${program}: connect to server at '${host}' failed\nerror: 'Lost connection to MySQL server at 'reading initial communication packet', system error: 2'\n`,
        }

const readyLine = (at: number): string =>
  `${new Date(at).toISOString()} 0 [System] [MY-010931] [Server] mysqld: ready for connections. port: 3306`

const executed = ([program = '', ...words]: readonly string[]): Executed | undefined => {
  if (program === 'mysqladmin' && words.includes('ping')) return { exitCode: 0, output: 'mysqld is alive\n' }
  if (program === 'mariadb-admin' && words.includes('ping')) return { exitCode: 0, output: 'mariadbd is alive\n' }
  const asked = words[words.findIndex(word => word === '-e' || word === '--execute') + 1] ?? ''
  const isAsking = program === 'mysql' || program === 'mariadb'
  return isAsking && /^select 1;?$/i.test(asked) ? { exitCode: 0, output: '1\n1\n' } : undefined
}
