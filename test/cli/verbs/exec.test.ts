import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

const manifest = `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: default}
data: {mode: dark, level: "3"}
---
apiVersion: v1
kind: Secret
metadata: {name: login, namespace: default}
data: {user: YWRtaW4=, password: czNjcjN0}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {clusterIP: 10.96.7.7, selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default, labels: {app: web}}
spec: {containers: [{name: nginx, image: nginx}, {name: side, image: 'nginx:1.27-alpine', command: [sleep, '9999']}]}
---
apiVersion: v1
kind: Pod
metadata: {name: box, namespace: default, labels: {tier: test}}
spec:
  hostname: crate
  hostAliases: [{ip: 10.1.2.3, hostnames: [old-db]}]
  containers:
  - name: box
    image: busybox:1.36
    command: [sleep, '9999']
    env:
    - {name: MODE, valueFrom: {configMapKeyRef: {name: settings, key: mode}}}
    - {name: GREETING, value: 'hello $(MODE)'}
    - {name: WHERE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
    envFrom: [{prefix: IN_, secretRef: {name: login}}]
    volumeMounts:
    - {name: conf, mountPath: /etc/conf}
    - {name: conf, mountPath: /etc/one/mode.txt, subPath: mode}
    - {name: keys, mountPath: /keys}
    - {name: about, mountPath: /about}
    - {name: scratch, mountPath: /scratch}
  - name: other
    image: alpine
    command: [sleep, '9999']
    volumeMounts: [{name: scratch, mountPath: /data}]
  volumes:
  - {name: conf, configMap: {name: settings}}
  - {name: keys, secret: {secretName: login, items: [{key: user, path: who/name, mode: 0400}]}}
  - {name: about, downwardAPI: {items: [{path: labels, fieldRef: {fieldPath: metadata.labels}}]}}
  - {name: scratch, emptyDir: {}}
---
apiVersion: v1
kind: Pod
metadata: {name: sealed, namespace: default}
spec: {containers: [{name: c, image: hashicorp/http-echo, args: ['-text=hi'], securityContext: {readOnlyRootFilesystem: true}}]}
---
apiVersion: v1
kind: Pod
metadata: {name: solid, namespace: default}
spec:
  containers:
  - {name: c, image: busybox, command: [sleep, '999'], securityContext: {readOnlyRootFilesystem: true, runAsUser: 1000}}
---
apiVersion: v1
kind: Pod
metadata: {name: over, namespace: default}
spec: {restartPolicy: Never, containers: [{name: c, image: busybox, command: ['true']}]}
---
apiVersion: v1
kind: Pod
metadata: {name: stuck, namespace: default}
spec: {nodeSelector: {no: where}, containers: [{name: c, image: nginx}]}
---
apiVersion: v1
kind: Pod
metadata: {name: setting-up, namespace: default}
spec:
  initContainers: [{name: first, image: busybox, command: [sleep, '9999']}]
  containers: [{name: main, image: nginx}]
`

let cli: Cli
beforeAll(async () => {
  cli = aCli({ files: { 'solid.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: solid}\n' } })
  await cli.create(manifest)
})
afterAll(() => cli.remove())

const sh = (line: string, pod = 'box -c box'): string[] => [...`exec ${pod} -- sh -c`.split(' '), line]

describe('what is in a container', () => {
  test.for([
    ['a mounted ConfigMap', 'cat /etc/conf/mode /etc/conf/level; ls /etc/conf', 'dark3level\nmode\n'],
    ['one key of it by subPath', 'cat /etc/one/mode.txt; ls /etc/one', 'darkmode.txt\n'],
    [
      'items of a Secret',
      'cat /keys/who/name; ls /keys; ls -l /keys/who/ | tail -1 | cut -c1-10',
      'adminwho\n-r--------\n',
    ],
    ['the downward API', 'cat /about/labels', 'tier="test"'],
    ['the namespace of its account', 'cat /var/run/secrets/kubernetes.io/serviceaccount/namespace', 'default'],
    [
      'a token of its account',
      'cut -d. -f1 /var/run/secrets/kubernetes.io/serviceaccount/token | base64 -d',
      '{"alg":"RS256","kid":"kubesim"}',
    ],
    ['its variables', 'echo "$GREETING, $MODE, $WHERE, $IN_user"', 'hello dark, dark, default, admin\n'],
    ['the variables of Services', 'echo $WEB_SERVICE_HOST $KUBERNETES_SERVICE_PORT', '10.96.7.7 443\n'],
    ['its host name', 'hostname; cat /etc/hostname; echo $HOSTNAME', 'crate\ncrate\ncrate\n'],
    ['/etc/hosts', 'tail -3 /etc/hosts', '\n# Entries added by HostAliases.\n10.1.2.3\told-db\n'],
    [
      '/etc/resolv.conf',
      'cat /etc/resolv.conf',
      'search default.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n',
    ],
  ] as const)('%s', async ([, line, stdout]) => {
    expect(await cli.run(sh(line))).toEqual({ stdout, stderr: '', code: 0 })
  })

  test('the environment of a program is in the order of the runtime', async () => {
    const { stdout } = await cli.run('exec box -c box -- env')

    expect(stdout.split('\n').map(line => line.split('=')[0])).toEqual([
      ...['PATH', 'HOSTNAME', 'IN_password', 'IN_user', 'MODE', 'GREETING', 'WHERE'],
      ...(stdout.match(/^(KUBERNETES|WEB)_[A-Z0-9_]*/gm) ?? []),
      ...['HOME', ''],
    ])
  })

  test('its ps names the container command, its ip the address of the pod', async () => {
    expect((await cli.run(sh('ps'))).stdout).toContain('1 root      0:00 sleep 9999\n')
    expect((await cli.run(sh('ip -4 addr show eth0 | grep inet'))).stdout).toMatch(/inet 10\.244\.\d\.\d+\/24/)
  })
})

describe('files that were written', () => {
  test('are there in the next exec', async () => {
    await cli.run(sh('mkdir -p /tmp/a && echo one > /tmp/a/x && echo two >> /tmp/a/x && rm /etc/hostname'))

    expect(await cli.run(sh('cat /tmp/a/x; cat /etc/hostname'))).toMatchObject({
      stdout: 'one\ntwo\n',
      stderr: 'cat: /etc/hostname: No such file or directory\ncommand terminated with exit code 1\n',
      code: 1,
    })
  })

  test('in an emptyDir are there in the other container', async () => {
    await cli.run(sh('echo shared > /scratch/note'))

    expect((await cli.run(sh('cat /data/note', 'box -c other'))).stdout).toBe('shared\n')
    expect((await cli.run(sh('cat /scratch/note', 'box -c other'))).code).toBe(1)
  })

  test.for([
    ['a mounted ConfigMap', sh('echo x > /etc/conf/mode'), "sh: can't create /etc/conf/mode: Read-only file system\n"],
    ['a folder that is not there', sh('echo x > /no/x'), "sh: can't create /no/x: nonexistent directory\n"],
    ['a root that is read only', sh('echo x > /tmp/x', 'solid'), "sh: can't create /tmp/x: Read-only file system\n"],
  ] as const)('cannot be in %s', async ([, command, stderr]) => {
    expect(await cli.run(command)).toEqual({
      stdout: '',
      stderr: `${stderr}command terminated with exit code 1\n`,
      code: 1,
    })
  })

  test('are bounded', async () => {
    const line =
      'x=0123456789abcdef; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do x=$x$x; done; for i in $(seq 1 20); do echo $x > /tmp/f$i; done'

    expect((await cli.run(sh(line, 'box -c other'))).stderr).toContain('sh: write error: No space left on device\n')
  })

  test('are gone with the pod', async () => {
    await cli.run('run brief --image=busybox --restart=Never -- sleep 999')
    await cli.run(sh('echo x > /tmp/x', 'brief'))
    await cli.run('delete pod brief --force')
    await cli.run('run brief --image=busybox --restart=Never -- sleep 999')

    expect((await cli.run(sh('cat /tmp/x', 'brief'))).code).toBe(1)
  })
})

describe('the network of the pod', () => {
  test.for([
    ['a Service by its name', 'wget -qO- web | grep -c Welcome', '2\n'],
    ['an alias of its hosts file', 'ping -c 1 old-db | head -1', 'PING old-db (10.1.2.3): 56 data bytes\n'],
    ['a name that was added to the file', 'echo 10.96.7.7 mine >> /etc/hosts; wget -qO- mine | grep -c Welcome', '2\n'],
  ] as const)('reaches %s', async ([, line, stdout]) => {
    expect(await cli.run(sh(line))).toEqual({ stdout, stderr: '', code: 0 })
  })

  test('busybox has no curl, Alpine gets it by apk', async () => {
    expect((await cli.run(sh('curl web'))).stderr).toBe('sh: curl: not found\ncommand terminated with exit code 127\n')
    expect((await cli.run(sh('apk add --no-cache curl', 'box -c other'))).stdout).toContain('Installing curl')
    expect((await cli.run('exec box -c other -- curl -s -o /dev/null -w %{http_code} web')).stdout).toBe('200')
  })
})

const unknown = (program: string, why = 'executable file not found in $PATH'): RegExp =>
  new RegExp(
    '^error: Internal error occurred: Internal error occurred: error executing command in container: failed to exec in container: ' +
      `failed to start exec "[0-9a-f]{64}": OCI runtime exec failed: exec failed: unable to start container process: exec: "${program}": ${why.replace(/[$]/g, '\\$')}: unknown\n$`,
  )

describe('kubectl exec', () => {
  test.for([
    [
      'tells which container it takes',
      'exec web -- true',
      { stdout: '', stderr: 'Defaulted container "nginx" out of: nginx, side\n', code: 0 },
    ],
    ['does not with -q', 'exec -q web -- true', { stdout: '', stderr: '', code: 0 }],
    [
      'gives the exit code',
      ['exec', 'box', '-q', '--', 'sh', '-c', 'echo a; exit 7'],
      { stdout: 'a\n', stderr: 'command terminated with exit code 7\n', code: 7 },
    ],
    ['takes a Service', 'exec svc/web -c nginx -- hostname', { stdout: 'web\n', stderr: '', code: 0 }],
    ['takes the pod of a file', 'exec -f solid.yaml -- hostname', { stdout: 'solid\n', stderr: '', code: 0 }],
    [
      'refuses a pod beside a file',
      'exec solid -f solid.yaml -- hostname',
      {
        stdout: '',
        stderr: 'error: resource/name arguments cannot be provided when a path is specified\n',
        code: 1,
      },
    ],
    [
      'refuses several objects of files',
      'exec -f solid.yaml -f solid.yaml -- hostname',
      { stdout: '', stderr: 'error: cannot exec into multiple objects at a time\n', code: 1 },
    ],
    [
      'wants to know where',
      'exec -- ls',
      { stdout: '', stderr: 'error: pod, type/name or --filename must be specified\n', code: 1 },
    ],
    ['looks only at the first word', 'exec solid nope -- hostname', { stdout: 'solid\n', stderr: '', code: 0 }],
    ['reads no input without -i', 'exec solid -- cat', { stdout: '', stderr: '', code: 0 }],
    ['passes input on with -i', 'exec -i solid -- tr a-z A-Z', { stdout: 'WORDS\n', stderr: '', code: 0 }],
    [
      'runs a script from its input',
      'exec -i solid -- sh',
      { stdout: '', stderr: 'sh: words: not found\ncommand terminated with exit code 127\n', code: 127 },
    ],
    [
      'says that it has no terminal',
      'exec -it solid -- echo hi',
      { stdout: 'hi\n', stderr: 'Unable to use a TTY - input is not a terminal or the right kind of file\n', code: 0 },
    ],
    [
      'refuses a completed pod',
      'exec over -- ls',
      {
        stdout: '',
        stderr: 'error: cannot exec into a container in a completed pod; current phase is Succeeded\n',
        code: 1,
      },
    ],
    [
      'refuses a pod without a node',
      'exec stuck -- ls',
      { stdout: '', stderr: 'error: unable to upgrade connection: pod stuck does not have a host assigned\n', code: 1 },
    ],
    ['enters an init container', 'exec setting-up -c first -- echo in', { stdout: 'in\n', stderr: '', code: 0 }],
    [
      'refuses a container that does not run yet',
      'exec setting-up -c main -- ls',
      {
        stdout: '',
        stderr: 'error: Internal error occurred: unable to upgrade connection: container not found ("main")\n',
        code: 1,
      },
    ],
    [
      'has a user of its own',
      'exec solid -- id',
      { stdout: 'uid=1000 gid=0(root) groups=0(root)\n', stderr: '', code: 0 },
    ],
  ] as const)('%s', async ([, command, expected]) => {
    expect(await cli.run(command, { stdin: 'words\n' })).toEqual(expected)
  })

  test.for([
    ['a program that is not there', 'exec solid -- bash', unknown('bash')],
    ['a shell in an image that has none', 'exec sealed -- sh', unknown('sh')],
    ['what only a shell knows', 'exec solid -- cd /tmp', unknown('cd')],
    [
      'a path that leads nowhere',
      'exec solid -- /bin/bash',
      unknown('/bin/bash', 'stat /bin/bash: no such file or directory'),
    ],
  ] as const)('refuses %s', async ([, command, stderr]) => {
    const result = await cli.run(command)

    expect(result.stderr).toMatch(stderr)
    expect(result.code).toBe(1)
  })
})

describe('everyday programs', () => {
  test.for([
    ['xargs with its letters', "printf 'a b' | xargs -n1 echo x; echo c | xargs -I{} echo [{}]", 'x a\nx b\n[c]\n'],
    [
      'ls with folders, links and hidden names',
      'ls -1a /keys; ls -l /keys | tail -1 | sed "s/.* who/who/"',
      '..data\nwho\nwho -> ..data/who\n',
    ],
    ['find and awk', 'find /etc -name "resolv*" | awk -F/ \'{print $3}\'', 'resolv.conf\n'],
    ['date in the time of the cluster', 'test $(date +%Y) -ge 2024 && date -d @0 +%F', '1970-01-01\n'],
    ['busybox by its own name', 'busybox echo hi | more', 'hi\n'],
  ] as const)('%s', async ([, line, stdout]) => {
    const result = await cli.run(sh(line))

    expect(result.stdout).toContain(stdout)
    expect(result.stderr).toBe('')
  })
})

test.for([
  ['exec solid -- sh /no.sh', "sh: can't open '/no.sh': No such file or directory\n", 2],
  ['exec web -c nginx -- sh /no.sh', 'sh: 0: cannot open /no.sh: No such file\n', 2],
  ['exec web -c nginx -- bash /no.sh', 'bash: /no.sh: No such file or directory\n', 127],
] as const)('%s finds no file of commands', async ([command, stderr, code]) => {
  expect(await cli.run(command)).toEqual({
    stdout: '',
    stderr: `${stderr}command terminated with exit code ${code}\n`,
    code,
  })
})

test('a script may begin with what only shells can do', async () => {
  const result = await cli.run(sh("trap 'exit 0' TERM; umask 022; echo on", 'solid'))

  expect(result).toEqual({ stdout: 'on\n', stderr: '', code: 0 })
  expect((await cli.run('exec solid -- trap')).stderr).toMatch(unknown('trap'))
})

describe('what a shell says', () => {
  test.for([
    ['ash', 'solid', 'nope', 'sh: nope: not found\n', 127],
    ['dash', 'web -c nginx', 'nope', 'sh: 1: nope: not found\n', 127],
    ['ash', 'solid', 'cd /no', "sh: cd: can't cd to /no: No such file or directory\n", 2],
    ['dash', 'web -c nginx', 'cd /no', "sh: 1: cd: can't cd to /no\n", 2],
    ['ash', 'solid', 'if true', 'sh: syntax error: unexpected end of file\n', 2],
    ['dash', 'web -c nginx', 'fi', 'sh: 1: Syntax error: "fi" unexpected\n', 2],
  ] as const)('%s of %s', async ([, pod, line, stderr]) => {
    expect((await cli.run(sh(line, pod))).stderr.split('command terminated')[0]).toBe(stderr)
  })
})
