import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCli, type Cli } from '../support/run-cli.ts'

// What a container's own program asks of a server stands in the server's log.
let cli: Cli
beforeEach(async () => {
  cli = aCli({ env: { KUBESIM_PROFILE: 'default' } })
  await cli.run('clock freeze')
  await cli.run('run web --image=nginx --port=80 --expose')
  await cli.run('clock advance 5s')
})
afterEach(() => cli.remove())

const visits = async (): Promise<readonly string[]> =>
  (await cli.run('logs web')).stdout.split('\n').filter(line => line.includes('GET /'))

test('a Job asks once', async () => {
  await cli.run(['create', 'job', 'ask', '--image=busybox', '--', 'wget', '-qO-', 'http://web/page'])
  await cli.run('clock advance 5s')

  expect(await visits()).toEqual([
    expect.stringMatching(/^10\.244\.\d+\.\d+ - - \[.*\] "GET \/page HTTP\/1\.1" 404 \d+ "-" "Wget" "-"$/),
  ])
})

test('a loop asks as time goes by, and what it asked stays when it is gone', async () => {
  const line = 'for i in $(seq 100); do wget -qO- http://web/; sleep 10; done'
  await cli.run(['run', 'loop', '--image=busybox', '--restart=Never', '--', 'sh', '-c', line])
  await cli.run('clock advance 25s')
  const after25 = await visits()
  await cli.run('clock advance 30s')
  const after55 = await visits()
  await cli.run('delete pod loop --now')
  await cli.run('clock advance 30s')

  expect([after25.length, after55.length]).toEqual([3, 6])
  expect((await visits()).slice(0, 6)).toEqual(after55)
  expect((await visits()).length).toBeLessThanOrEqual(7)
})

test('a change of the cluster makes nothing happen twice', async () => {
  const line = 'for i in 1 2 3 4; do wget -qO- http://web/$i; sleep 10; done'
  await cli.run(['run', 'four', '--image=busybox', '--restart=Never', '--', 'sh', '-c', line])
  await cli.run('clock advance 15s')
  await cli.run('create service clusterip other --tcp=80')
  await cli.run('clock advance 1m')

  expect((await visits()).map(each => /GET (\S+)/.exec(each)?.[1])).toEqual(['/1', '/2', '/3', '/4'])
})
