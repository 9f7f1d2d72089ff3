import type { Executed } from '../api/behaviour.ts'
import { defineImage } from './image.ts'
import { startLog } from './start-log.ts'

/** A database that its own client finds alive. */
export const mysql = defineImage({
  names: ['mysql', 'mariadb', 'bitnami/mysql', 'bitnami/mariadb'],
  programs: ['mysqladmin', 'mariadb-admin', 'mysql', 'mariadb'],
  client: {
    port: 3306,
    portLetter: 'P',
    fails: ({ host, port }, why) => ({
      exitCode: 1,
      output: `error: Can't connect to MySQL server on '${host}:${port}' (${why === 'Connection refused' ? 111 : 110})\n`,
    }),
  },
  behaviour: () => ({ stopCode: 0, listens: [3306], log: startLog(readyLine), exec: executed }),
})

const readyLine = (at: number): string =>
  `${new Date(at).toISOString()} 0 [System] [MY-010931] [Server] mysqld: ready for connections. port: 3306`

const executed = ([program = '', ...words]: readonly string[]): Executed | undefined => {
  if (program === 'mysqladmin' && words.includes('ping')) return { exitCode: 0, output: 'mysqld is alive\n' }
  if (program === 'mariadb-admin' && words.includes('ping')) return { exitCode: 0, output: 'mariadbd is alive\n' }
  const asked = words[words.findIndex(word => word === '-e' || word === '--execute') + 1] ?? ''
  const isAsking = program === 'mysql' || program === 'mariadb'
  return isAsking && /^select 1;?$/i.test(asked) ? { exitCode: 0, output: '1\n1\n' } : undefined
}
