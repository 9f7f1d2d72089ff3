import { describe, expect, test } from 'vitest'
import { behaviourIn, now } from '../support/image-lab.ts'
import { aBarePod } from '../support/workloads.ts'

describe('a program run in a container', () => {
  const made = {
    image: 'busybox',
    args: ['/bin/sh', '-c', 'touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600'],
  }
  const gone = "cat: can't open '/tmp/healthy': No such file or directory\n"
  const refused = "curl: (7) Failed to connect to localhost port 81 after 0 ms: Couldn't connect to server\n"
  test.for([
    { container: made, argv: ['cat', '/tmp/healthy'], exitCode: 0, output: '' },
    { container: made, argv: ['cat', '/tmp/healthy'], after: 31, exitCode: 1, output: gone },
    { container: made, argv: ['sh', '-c', '[ -f /tmp/healthy ] || exit 3'], after: 31, exitCode: 3 },
    { container: made, argv: ['test', '!', '-e', '/tmp/healthy'], exitCode: 1 },
    {
      container: { image: 'nginx' },
      argv: ['cat', '/tmp/ready'],
      exitCode: 1,
      output: 'cat: /tmp/ready: No such file or directory\n',
    },
    { container: { image: 'nginx' }, argv: ['curl', '-f', 'http://localhost/'], exitCode: 0 },
    { container: { image: 'nginx' }, argv: ['curl', '-f', 'localhost:81/x'], exitCode: 7, output: refused },
    { container: { image: 'nginx' }, argv: ['curl', '-sf', 'localhost/x'], exitCode: 22, output: '' },
    { container: { image: 'nginx' }, argv: ['sh', '-c', 'wget -q --spider http://127.0.0.1/nope'], exitCode: 1 },
    { container: { image: 'nginx' }, argv: ['nc', '-z', 'localhost', '80'], exitCode: 0 },
    { container: { image: 'redis:7' }, argv: ['redis-cli', 'ping'], exitCode: 0, output: 'PONG\n' },
    { container: { image: 'redis:7' }, argv: ['sh', '-c', 'redis-cli ping && false'], exitCode: 1, output: 'PONG\n' },
    {
      container: { image: 'postgres:17' },
      argv: ['pg_isready', '-U', 'postgres'],
      exitCode: 0,
      output: '/var/run/postgresql:5432 - accepting connections\n',
    },
    {
      container: { image: 'mysql:8' },
      argv: ['mysqladmin', 'ping', '-h', 'localhost'],
      exitCode: 0,
      output: 'mysqld is alive\n',
    },
    {
      container: { image: 'mongo:8' },
      argv: ['mongosh', '--eval', "db.adminCommand('ping')"],
      exitCode: 0,
      output: '{ ok: 1 }\n',
    },
  ])('$container.image: $argv', ({ container, argv, after = 0, exitCode, output }) => {
    const done = behaviourIn(aBarePod('p', container)).exec?.(argv, now + after * 1000)

    expect(done?.exitCode).toBe(exitCode)
    if (output !== undefined) expect(done?.output).toBe(output)
  })

  test('is not known if nobody knows it', () => {
    expect(behaviourIn(aBarePod('p', { image: 'x' })).exec?.(['/check.sh'], now)).toBeUndefined()
  })
})
