import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'
import { aTypist, type Typist } from '../../support/terminal.ts'

// Programs that go on: they print as they go, and end with Ctrl-C.
let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.run('run web --image=nginx')
  await cli.run('run box --image=busybox -- sleep 9999')
})
afterAll(() => cli.remove())

const address = async (): Promise<string> => (await cli.run('get pod web -o jsonpath={.status.podIP}')).stdout

/** Presses Ctrl-C once the screen shows something. */
const interruptAt = (typist: Typist, text: string): void => {
  const looking = setInterval(() => {
    if (!typist.screen().includes(text)) return
    clearInterval(looking)
    typist.interrupt()
  }, 20)
}

describe('at a terminal', () => {
  test('ping goes on until Ctrl-C, and says how it went', async () => {
    const typist = aTypist([`ping ${await address()}`, 'echo $?', '^D'])
    interruptAt(typist, 'seq=1')

    await cli.run('exec -it box -- sh', { world: typist.world })

    expect(typist.screen()).toMatch(
      /seq=0 .*\n.*seq=1 .*\n\n--- .* ping statistics ---\n2 packets transmitted, 2 packets received, 0% packet loss\n/,
    )
  })

  test('a loop of a shell in the shell prints as it goes', async () => {
    const typist = aTypist(["sh -c 'while true; do echo turn; sleep 1; done'", 'echo on', '^D'])
    interruptAt(typist, 'turn\nturn\n')

    await cli.run('exec -it box -- sh', { world: typist.world })

    expect(typist.screen()).toMatch(/turn\nturn\n(turn\n)?\/ # echo on\non\n/)
  })

  test('watch shows a command again and again', async () => {
    const typist = aTypist(['watch -n 1 hostname', '^D'])
    interruptAt(typist, 'Every 1.0s: hostname\n\nbox\n')

    await cli.run('exec -it box -- sh', { world: typist.world })

    expect(typist.screen()).toContain('Every 1.0s: hostname\n\nbox\n')
  })

  test('a shell that is called from the shell has variables of its own', async () => {
    const typist = aTypist(['export A=1; B=2', 'sh', 'echo $A-$B; A=3; exit 4', 'echo $? $A', '^D'])

    await cli.run('exec -it box -- sh', { world: typist.world })

    expect(typist.screen()).toContain('/ # echo $A-$B; A=3; exit 4\n1-\n/ # echo $? $A\n4 1\n')
  })

  test('an open shell finds what others write, and what is mounted anew', async () => {
    await cli.run('create configmap page --from-literal=text=old')
    await cli.create(`
apiVersion: v1
kind: Pod
metadata: {name: reader, namespace: default}
spec:
  containers: [{name: c, image: busybox, command: [sleep, '9999'], volumeMounts: [{name: page, mountPath: /page}]}]
  volumes: [{name: page, configMap: {name: page}}]
`)
    let looks = 0
    const others = [
      () => cli.run(['exec', 'reader', '--', 'sh', '-c', 'echo other > /tmp/o']),
      () => cli.run(['patch', 'configmap', 'page', '-p', '{"data":{"text":"new"}}']),
    ]
    const typist = aTypist(['echo mine > /tmp/m; cat /tmp/o', 'cat /page/text /tmp/o /tmp/m', '^D'], async () =>
      others[looks++]?.(),
    )

    await cli.run('exec -it reader -- sh', { world: typist.world })

    expect(typist.screen()).toContain('cat /tmp/o\nother\n')
    expect(typist.screen()).toContain('/tmp/m\nnewother\nmine\n')
  })
})

test.for<readonly [string, string]>([
  ['echo a | sh -c "cat; echo b"', 'a\nb\n'],
  ['x=$(sh -c "echo in"); echo $x', 'in\n'],
  ["sh -c 'echo $1' name word", 'word\n'],
  ['echo "echo read" | sh', 'read\n'],
  ['cd /tmp; echo "pwd" > s.sh; sh s.sh', '/tmp\n'],
  ['printf "a\\nb\\n" > /tmp/t; tail -n 1 /tmp/t', 'b\n'],
])('%s', async ([line, expected]) => {
  expect((await cli.run(['exec', 'box', '--', 'sh', '-c', line])).stdout).toBe(expected)
})
