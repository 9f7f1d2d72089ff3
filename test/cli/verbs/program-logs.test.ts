import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../../support/run-cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.run('clock freeze')
  for (const command of [
    'run web --image=nginx --port=80 --expose',
    'run apache --image=httpd --port=80 --expose',
    'run kuard --image=gcr.io/kuar-demo/kuard-amd64:blue --port=8080 --expose',
    'run box --image=busybox -- sleep 9999',
    [
      'run',
      'counter',
      '--image=busybox',
      '--',
      'sh',
      '-c',
      'i=0; while true; do echo "$i: $MARK"; i=$((i+1)); sleep 10; done',
    ],
    'run once --image=busybox:1.28 --restart=Never -- nslookup web',
    ['run', 'crash', '--image=busybox', '--', 'sh', '-c', 'echo starting; exit 1'],
  ]) {
    await cli.run(command)
  }
})
afterAll(() => cli.remove())

const logs = async (words: string): Promise<string> => (await cli.run(`logs ${words}`)).stdout
const time = String.raw`\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d \+0000`

describe('logs tell of requests', () => {
  test.for([
    [
      'nginx',
      'web',
      'web/nope?x=1',
      String.raw`10\.244\.\d\.\d+ - - \[${time}\] "GET /nope\?x=1 HTTP/1\.1" 404 \d+ "-" "Wget" "-"`,
    ],
    ['httpd', 'apache', 'apache/', String.raw`10\.244\.\d\.\d+ - - \[${time}\] "GET / HTTP/1\.1" 200 \d+`],
    ['kuard', 'kuard', 'kuard:8080/ready', String.raw`\d{4}/\d\d/\d\d \d\d:\d\d:\d\d 10\.244\.\d\.\d+:\d+ GET /ready`],
  ] as const)('as %s has them', async ([, pod, url, line]) => {
    await cli.run(`exec box -- wget -qO- ${url}`)

    expect(await logs(`${pod} --tail=1`)).toMatch(new RegExp(`^${line}\n$`))
  })
})

describe('logs tell of what a command prints', () => {
  test('that has ended', async () => {
    expect(await logs('once')).toMatch(/^Server: {4}10\.96\.0\.10\n.*\n\nName: {6}web\n/)
  })

  test('that goes on, up to now', async () => {
    await cli.run('clock advance 25s')

    expect(await logs('counter')).toBe('0: \n1: \n2: \n')
    expect(await logs('counter --since=8s')).toBe('2: \n')
    expect(await logs('counter --timestamps --tail=1')).toMatch(/^\d{4}-\S+Z 2: \n$/)
  })

  test('in the run before this one', async () => {
    expect(await logs('crash --previous')).toBe('starting\n')
  })

  test('however often one looks, a request was made once', async () => {
    const before = (await logs('web')).split('\n').length
    await cli.run('run asking --image=busybox --restart=Never -- wget -qO- web')

    expect(await logs('asking')).toContain('Welcome to nginx!')
    expect(await logs('asking')).toContain('Welcome to nginx!')
    expect((await logs('web')).split('\n')).toHaveLength(before + 1)
  })
})

describe('a web server serves', () => {
  test('what was written into its folder', async () => {
    await cli.run(['exec', 'web', '--', 'sh', '-c', 'cd /usr/share/nginx/html; echo mine > index.html; echo a > a.txt'])

    expect((await cli.run('exec box -- wget -qO- web')).stdout).toBe('mine\n')
    expect((await cli.run('exec box -- wget -qO- web/a.txt')).stdout).toBe('a\n')
    expect((await cli.run('exec box -- wget -qO- web/b.txt')).code).toBe(1)
  })

  test('what is mounted there, and its own page is a file', async () => {
    await cli.create(`
apiVersion: v1
kind: ConfigMap
metadata: {name: pages, namespace: default}
data: {hello.html: "<p>hello</p>"}
---
apiVersion: v1
kind: Pod
metadata: {name: mounted, namespace: default}
spec:
  containers: [{name: c, image: nginx, volumeMounts: [{name: pages, mountPath: /usr/share/nginx/html/in}]}]
  volumes: [{name: pages, configMap: {name: pages}}]
`)
    const { stdout: address } = await cli.run('get pod mounted -o jsonpath={.status.podIP}')

    expect((await cli.run(`exec box -- wget -qO- ${address}/in/hello.html`)).stdout).toBe('<p>hello</p>')
    expect((await cli.run('exec mounted -- cat /usr/share/nginx/html/index.html')).stdout).toContain(
      'Welcome to nginx!',
    )
  })
})
