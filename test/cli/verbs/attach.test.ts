import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'
import { aTypist } from '../../support/terminal.ts'

let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.run('create deployment web --image=nginx')
  await cli.run('expose deployment web --port=80 --cluster-ip=10.96.7.7')
  await cli.run('run box --image=busybox -- sleep 9999')
  await cli.run('run deb --image=debian -- sleep 9999')
})
afterAll(() => cli.remove())

const warning =
  'All commands and output from this session will be recorded in container logs, including credentials and sensitive ' +
  "information passed through the command prompt.\nIf you don't see a command prompt, try pressing enter.\n"

const deleted = 'pod "tmp" deleted from default namespace\n'

describe('kubectl run -i --rm', () => {
  test('gives what the command prints, and deletes the pod', async () => {
    const result = await cli.run('run tmp -i --rm --image=busybox:1.28 --restart=Never -- nslookup web')

    expect(result).toEqual({
      stdout:
        'Server:    10.96.0.10\nAddress 1: 10.96.0.10 kube-dns.kube-system.svc.cluster.local\n\n' +
        `Name:      web\nAddress 1: 10.96.7.7 web.default.svc.cluster.local\n${deleted}`,
      stderr: warning,
      code: 0,
    })
    expect((await cli.run('get pod tmp')).stderr).toContain('NotFound')
  })

  test.for([
    [
      'a failing command',
      'run tmp -i --rm --image=busybox --restart=Never -- wget -qO- nope',
      1,
      "wget: bad address 'nope'\npod default/tmp terminated (Error)\n",
    ],
    [
      'a script from standard input',
      'run tmp -i --rm --image=busybox --restart=Never -- sh',
      3,
      'pod default/tmp terminated (Error)\n',
    ],
    [
      'a program that the image has not',
      'run tmp -i --rm --image=busybox --restart=Never -- curl web',
      128,
      'pod default/tmp terminated (StartError)\nfailed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: exec: "curl": executable file not found in $PATH: unknown\n',
    ],
  ] as const)('ends as %s does', async ([, command, code, stderr]) => {
    expect(await cli.run(command, { stdin: 'exit 3\n' })).toEqual({ stdout: deleted, stderr: warning + stderr, code })
  })

  test('knows images that have a program of their own', async () => {
    const { stdout } = await cli.run(
      'run tmp -i --rm -q --image=curlimages/curl --restart=Never -- -s -o /dev/null -w %{http_code} web',
    )

    expect(stdout).toBe('200')
  })

  test('leaves the pod there without --rm, with its log and its exit code', async () => {
    expect(
      (await cli.run('run kept -i -q --image=busybox --restart=Never -- sh', { stdin: 'echo one; exit 4' })).code,
    ).toBe(4)
    expect((await cli.run('logs kept')).stdout).toBe('one\n')
    expect(
      (
        await cli.run(
          'get pod kept -o jsonpath={.status.phase},{.status.containerStatuses[0].state.terminated.exitCode}',
        )
      ).stdout,
    ).toBe('Failed,4')
  })
})

describe('a shell at a terminal', () => {
  test.for([
    [
      'busybox has its folder in the prompt',
      'exec -it box -- sh',
      ['cd /etc', 'pwd', '^D'],
      '/ # cd /etc\n/etc # pwd\n/etc\n/etc # \n',
    ],
    [
      'bash of Debian says who and where',
      'exec -it deb -- bash',
      ['cd', 'exit 0'],
      'root@deb:/# cd\nroot@deb:~# exit 0\nexit\n',
    ],
    [
      'dash has only a sign',
      'exec -it deb -- sh',
      ['false', '^D'],
      '# false\n# \ncommand terminated with exit code 1\n',
    ],
    [
      'keeps variables, functions and the status',
      'exec -it box -- sh',
      ['x=1; f() { echo "$x$1"; return 5; }', 'f 2', 'echo $?', '^D'],
      '/ # x=1; f() { echo "$x$1"; return 5; }\n/ # f 2\n12\n/ # echo $?\n5\n/ # \n',
    ],
    [
      'asks for the rest of a line',
      'exec -it box -- sh',
      ['for i in 1 2', 'do echo $i', 'done', 'cat <<E', 'a', 'E', '^D'],
      '/ # for i in 1 2\n> do echo $i\n> done\n1\n2\n/ # cat <<E\n> a\n> E\na\n/ # \n',
    ],
    [
      'says what is no script',
      'exec -it box -- sh',
      ['fi', 'echo $?', '^D'],
      '/ # fi\nsh: syntax error: unexpected "fi"\n/ # echo $?\n2\n/ # \n',
    ],
    [
      'Ctrl-C gives a line up',
      'exec -it box -- sh',
      ['if true', '^C', 'echo $?', '^D'],
      '/ # if true\n> ^C\n/ # echo $?\n130\n/ # \n',
    ],
    [
      'ends with the last status',
      'exec -it box -- sh',
      ['exit 9'],
      '/ # exit 9\ncommand terminated with exit code 9\n',
    ],
    ['needs no path to go on', 'exec -it box -- sh', ['PATH=', 'cd /etc', '^D'], '/ # PATH=\n/ # cd /etc\n/etc # \n'],
    ['has no prompt without a terminal', 'exec -i box -- sh', ['echo on', '^D'], 'echo on\non\n'],
  ] as const)('%s', async ([, command, typed, screen]) => {
    const typist = aTypist(typed)

    await cli.run(command, { world: typist.world })

    expect(typist.screen()).toBe(screen)
  })

  test('a loop ends with Ctrl-C, and the shell goes on', async () => {
    const typist = aTypist(['while true; do for i in 1; do :; done; done; echo not this', 'echo $? on', '^D'])
    setTimeout(typist.interrupt, 300)

    await cli.run('exec -it box -- sh', { world: typist.world })

    expect(typist.screen()).toContain('echo not this\n/ # echo $? on\n130 on\n')
  })

  test('a sleep waits by the clock of the cluster: a frozen one moves on at once', async () => {
    await cli.run('clock freeze')
    const before = await cli.run('clock show')
    const { stdout } = await cli.run([
      'exec',
      'box',
      '--',
      'sh',
      '-c',
      'a=$(date +%s); sleep 90; echo $(($(date +%s) - a))',
    ])

    expect(stdout).toBe('90\n')
    expect((await cli.run('clock show')).stdout).not.toBe(before.stdout)
    await cli.run('clock follow')
  })

  test('ends with its pod', async () => {
    await cli.run('run brief --image=busybox -- sleep 9999')
    const typist = aTypist(['sleep 0', 'echo not this'], () => cli.run('delete pod brief --force'))

    await cli.run('exec -it brief -- sh', { world: typist.world })

    expect(typist.screen()).toBe('/ # sleep 0\n\ncommand terminated with exit code 137\n')
  })

  test('run -it tells how to come back', async () => {
    const typist = aTypist(['echo in', '^D'])

    await cli.run('run -it tmp --rm --image=alpine', { world: typist.world })

    expect(typist.screen()).toBe(
      `${warning}/ # echo in\nin\n/ # \nSession ended, resume using 'kubectl attach tmp -c tmp -n default -i -t' command\n${deleted}`,
    )
  })

  test('attach begins the shell of a pod that waits', async () => {
    await cli.create(
      '{apiVersion: v1, kind: Pod, metadata: {name: waiting, namespace: default}, spec: {containers: [{name: c, image: busybox, stdin: true, tty: true}]}}',
    )
    const typist = aTypist(['hostname', '^D'])

    await cli.run('attach -it waiting', { world: typist.world })

    expect(typist.screen()).toContain('/ # hostname\nwaiting\n')
    expect((await cli.run('get pod waiting -o jsonpath={.status.containerStatuses[0].restartCount}')).stdout).toBe('1')
  })
})
