import type { Executed } from '../../api/behaviour.ts'
import type { ServerPlace, Trouble } from '../client.ts'

/** What MySQL's clients say where they get no connection. */
export const clientFails = ({ host, port }: ServerPlace, why: Trouble, program: string): Executed => {
  const isUnknown = why === 'Name or service not known'
  const name = program.startsWith('mariadb') ? 'server' : 'MySQL server'
  const text = isUnknown
    ? `Unknown ${name} host '${host}' (-2)`
    : `Can't connect to ${name} on '${host}:${port}' (${why === 'Connection refused' ? 111 : 110})`
  const output = program.endsWith('admin') ? adminFails(program, { host, port }, text) : plainly(isUnknown, text)
  return { exitCode: 1, output }
}

const plainly = (isUnknown: boolean, text: string): string => `ERROR ${isUnknown ? 2005 : 2003} (HY000): ${text}\n`

const adminFails = (program: string, { host, port }: ServerPlace, text: string): string =>
  `${program}: connect to server at '${host}' failed
error: '${text}'
Check that ${program.startsWith('mariadb') ? 'mariadbd' : 'mysqld'} is running on ${host} and that the port is ${port}.
You can check this by doing 'telnet ${host} ${port}'
`
