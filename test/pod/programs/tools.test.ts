import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.run('run box --image=busybox -- sleep 9999')
  await cli.run('run deb --image=debian -- sleep 9999')
  await cli.run('run db --image=redis --port=6379')
  await cli.run('expose pod db --port=6379 --cluster-ip=10.96.7.7')
})
afterAll(() => cli.remove())

const sh = (pod: string, line: string) => cli.run(['exec', pod, '--', 'sh', '-c', line])

test.for<readonly [string, string, string]>([
  ['box', 'telnet db 6379 2>&1', 'Connected to db\nConnection closed by foreign host\n'],
  ['box', 'telnet nope 2>&1', "telnet: bad address 'nope'\n"],
  ['deb', 'getent hosts db', '10.96.7.7       db.default.svc.cluster.local\n'],
  ['deb', 'getent ahosts db | head -1', '10.96.7.7       STREAM db.default.svc.cluster.local\n'],
  ['deb', 'getent hosts nope; echo $?', '2\n'],
  ['deb', 'getent passwd root', 'root:x:0:0:root:/root:/bin/bash\n'],
  ['box', 'kill 999 2>&1', "kill: can't kill pid 999: No such process\n"],
  ['box', 'kill 1; echo $?', '0\n'],
  ['box', 'pidof sleep; pgrep nosuch || echo none', '1\nnone\n'],
  ['box', "tr '\\0' ' ' < /proc/1/cmdline", 'sleep 9999 '],
  ['box', 'f=$(mktemp); test -f $f && d=$(mktemp -d) && cd $d && echo made', 'made\n'],
  ['box', 'realpath /etc/../etc/hosts', '/etc/hosts\n'],
  ['box', 'chown nobody /tmp && echo done', 'done\n'],
  ['box', 'df | head -2 | tail -1', 'overlay               61202244  18972695  42229549  31% /\n'],
  ['box', 'mount | grep " on / "', 'overlay on / type overlay (rw,relatime)\n'],
  ['box', 'free -m | tail -1', 'Swap:             0           0           0\n'],
  ['box', 'arp -a | cut -d" " -f3-', 'at 8a:2f:00:00:00:01 [ether]  on eth0\n'],
  ['box', 'x="echo a b"; $x c; for y in "echo d e"; do $y; done', 'a b c\nd e\n'],
  ['box', 'which df telnet', '/bin/df\n/bin/telnet\n'],
])('%s: %s', async ([pod, line, expected]) => {
  expect((await sh(pod, line)).stdout).toBe(expected)
})

describe('the first process of a container', () => {
  const restarts = async (pod: string): Promise<string> =>
    (await cli.run(`get pod ${pod} -o jsonpath={.status.containerStatuses[0].restartCount}`)).stdout

  test.for<readonly [string, string, string]>([
    ['a server ends where it is told to', 'db', '1'],
    ['a sleep does not listen', 'box', '0'],
  ])('%s', async ([, pod, expected]) => {
    await sh(pod, 'kill -9 1; kill -s TERM 1')

    expect(await restarts(pod)).toBe(expected)
  })
})
