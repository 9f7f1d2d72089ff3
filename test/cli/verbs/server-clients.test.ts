import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const cli = aCli()
afterAll(() => cli.remove())

const images = { redis: 'redis:7', pg: 'postgres:17', my: 'mysql:8', mongo: 'mongo:8' }

beforeAll(async () => {
  for (const [name, image] of Object.entries(images)) await cli.run(`run ${name} --image=${image}`)
  await cli.run('expose pod redis --port=6379')
  await cli.run('expose pod pg --port=5432')
  await cli.run('expose pod my --port=3306')
  await cli.run('create service clusterip empty --tcp=6379')
})

test.for([
  { pod: 'redis', words: ['redis-cli', 'ping'], text: 'PONG\n', code: 0 },
  { pod: 'redis', words: ['sh', '-c', 'redis-cli -h redis ping || echo no'], text: 'PONG\n', code: 0 },
  {
    pod: 'redis',
    words: ['redis-cli', '-h', 'nowhere', 'ping'],
    text: 'Could not connect to Redis at nowhere:6379: Name or service not known\n',
    code: 1,
  },
  {
    pod: 'redis',
    words: ['redis-cli', '-h', 'empty', 'ping'],
    text: 'Could not connect to Redis at empty:6379: Connection refused\n',
    code: 1,
  },
  { pod: 'pg', words: ['pg_isready'], text: '/var/run/postgresql:5432 - accepting connections\n', code: 0 },
  { pod: 'pg', words: ['pg_isready', '-h', 'pg'], text: 'pg:5432 - accepting connections\n', code: 0 },
  { pod: 'pg', words: ['pg_isready', '-h', 'pg', '-p', '5433'], text: 'pg:5433 - no response\n', code: 2 },
  { pod: 'my', words: ['mysqladmin', 'ping'], text: 'mysqld is alive\n', code: 0 },
  {
    pod: 'my',
    words: ['mysqladmin', '-h', 'empty', '-P', '6379', 'ping'],
    text: `mysqladmin: connect to server at 'empty' failed
error: 'Can't connect to MySQL server on 'empty:6379' (111)'
Check that mysqld is running on empty and that the port is 6379.
You can check this by doing 'telnet empty 6379'
`,
    code: 1,
  },
  {
    pod: 'my',
    words: ['mysql', '-h', 'nowhere', '-e', 'select 1'],
    text: "ERROR 2005 (HY000): Unknown MySQL server host 'nowhere' (-2)\n",
    code: 1,
  },
  { pod: 'my', words: ['mysqladmin', '-h', 'my', 'ping'], text: 'mysqld is alive\n', code: 0 },
  {
    pod: 'my',
    words: ['mysqladmin', '-h', 'redis', '-P6379', 'ping'],
    text: /^mysqladmin: connect to server at 'redis' failed\nerror: 'Lost connection /,
    code: 1,
  },
  { pod: 'pg', words: ['pg_isready', '-h', 'redis', '-p', '6379'], text: 'redis:6379 - no response\n', code: 2 },
  {
    pod: 'redis',
    words: ['sh', '-c', 'redis-cli set greeting "good morning"; redis-cli -h redis get greeting'],
    text: 'OK\ngood morning\n',
    code: 0,
  },
  { pod: 'redis', words: ['redis-cli', '-h', 'redis', 'get', 'nothing'], text: '\n', code: 0 },
  {
    pod: 'redis',
    words: ['sh', '-c', 'printf "incr n\\nincr n\\n" | redis-cli -h redis'],
    text: '1\n2\n',
    code: 0,
  },
  {
    pod: 'redis',
    words: ['redis-cli', 'flip', 'a'],
    text: "ERR unknown command 'flip', with args beginning with: 'a' \n\n",
    code: 0,
  },
  { pod: 'mongo', words: ['mongosh', '--eval', "db.adminCommand('ping')"], text: '{ ok: 1 }\n', code: 0 },
])('in pod $pod: $words', async ({ pod, words, text, code }) => {
  const { stdout, stderr, code: ended } = await cli.run(['exec', pod, '--', ...words])

  const said = (stdout + stderr).replace(/^command terminated with exit code \d+\n/m, '')
  expect(said).toEqual(typeof text === 'string' ? text : expect.stringMatching(text))
  expect(ended).toBe(code)
})
