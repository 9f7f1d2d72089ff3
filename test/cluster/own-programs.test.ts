import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aCli, type Cli } from '../support/run-cli.ts'

// A container's own program ends as it would: the simulation runs it to know.
let cli: Cli
beforeEach(async () => {
  cli = aCli({ env: { KUBESIM_PROFILE: 'default' } })
  await cli.run('clock freeze')
})
afterEach(() => cli.remove())

const out = async (command: string | readonly string[]): Promise<string> => (await cli.run(command)).stdout
const status = async (name: string): Promise<string> =>
  (await out(`get pod ${name} --no-headers`)).trim().split(/\s+/)[2] ?? ''
const exitCode = (name: string): Promise<string> =>
  out(`get pod ${name} -o jsonpath={.status.containerStatuses[0].state.terminated.exitCode}`)
const runPod = (name: string, words: readonly string[], image = 'busybox', policy = 'Never') =>
  cli.run(['run', name, `--image=${image}`, `--restart=${policy}`, '--', ...words])

describe('a pod that is not started again ends as its program does', () => {
  test.for<readonly [string, readonly string[], string, string, RegExp]>([
    [
      'a lookup that fails',
      ['nslookup', 'nope'],
      'Error',
      '1',
      /can't find nope\.default\.svc\.cluster\.local: NXDOMAIN/,
    ],
    [
      'a request that fails',
      ['sh', '-c', 'wget -qO- http://nope || exit 3'],
      'Error',
      '3',
      /^wget: bad address 'nope'\n$/,
    ],
    ['a file that is not there', ['cat', '/nope'], 'Error', '1', /can't open '\/nope'|No such file/],
    [
      'a lookup that works',
      ['nslookup', 'kubernetes.default.svc.cluster.local'],
      'Completed',
      '0',
      /Address: 10\.96\.0\.1/,
    ],
    ['arithmetic', ['sh', '-c', 'x=3; [ $x -gt 2 ] && echo big; exit $x'], 'Error', '3', /^big\n$/],
    ['a syntax error', ['sh', '-c', 'if then'], 'Error', '2', /syntax error/],
    ['a program that is missing in a line', ['sh', '-c', 'nosuch --flag'], 'Error', '127', /nosuch: not found/],
    [
      'a loop that is left',
      ['sh', '-c', 'while true; do wget -qO- nope || exit 4; done'],
      'Error',
      '4',
      /^wget: bad address 'nope'\n$/,
    ],
    ['nothing to run', ['nosuch'], 'StartError', '128', /^$/],
  ])('%s', async ([, words, expected, code, log]) => {
    await runPod('x', words)

    expect([await status('x'), await exitCode('x')]).toEqual([expected, code])
    expect(await out('logs x')).toMatch(log)
  })

  test('and an image that brings its program takes words for it', async () => {
    await runPod('x', ['-sf', 'http://nope'], 'curlimages/curl')

    expect([await status('x'), await exitCode('x')]).toEqual(['Error', '6'])
  })

  test('what cannot be started says so in its status and its events', async () => {
    await runPod('x', ['nosuch'])

    const why = 'exec: "nosuch": executable file not found in $PATH'
    expect(await out('get pod x -o jsonpath={.status.containerStatuses[0].state.terminated.message}')).toContain(why)
    expect(await out('events --for pod/x')).toContain(why)
  })
})

test('what its command creates after it is there for a program', async () => {
  await cli.run('apply -f -', {
    stdin: `
{apiVersion: v1, kind: Pod, metadata: {name: client}, spec: {restartPolicy: Never, containers: [
  {name: c, image: busybox, command: [wget, -qO-, 'http://web']}]}}
---
{apiVersion: v1, kind: Pod, metadata: {name: web, labels: {app: web}}, spec: {containers: [{name: c, image: nginx}]}}
---
{apiVersion: v1, kind: Service, metadata: {name: web}, spec: {selector: {app: web}, ports: [{port: 80}]}}
`,
  })

  expect(await status('client')).toBe('Completed')
  expect(await out('logs client')).toContain('Welcome to nginx!')
})

test('a program that fails is started again, later each time', async () => {
  await runPod('x', ['ls', '/nope'], 'busybox', 'Always')
  expect(await status('x')).toBe('CrashLoopBackOff')
  expect(await out('logs x -p')).toBe('ls: /nope: No such file or directory\n')

  await cli.run('clock advance 10s')
  expect(await out('get pod x -o jsonpath={.status.containerStatuses[0].restartCount}')).toBe('2')
  await cli.run('clock advance 168h')
  expect(await status('x')).toMatch(/CrashLoopBackOff|Error/)
})

test('a Job tries as often as it may', async () => {
  await cli.run('apply -f -', {
    stdin: `
{apiVersion: batch/v1, kind: Job, metadata: {name: asking}, spec: {backoffLimit: 1, template: {spec: {restartPolicy: Never,
  containers: [{name: c, image: busybox, command: [sh, -c, 'wget -qO- http://nope || exit 3']}]}}}}`,
  })
  await cli.run('clock advance 60s')

  expect(await out('get job asking -o jsonpath={.status.failed},{.status.conditions[-1:].reason}')).toBe(
    '2,BackoffLimitExceeded',
  )
})

test('who waits for others goes on when they are there', async () => {
  await runPod('x', ['sh', '-c', 'until nc -z db 6379; do echo waiting; sleep 2; done; echo there'])
  await cli.run('clock advance 5s')
  expect(await status('x')).toBe('Running')
  await cli.run('run db --image=redis --port=6379 --expose')
  await cli.run('clock advance 1s')

  expect(await status('x')).toBe('Completed')
  const log = await out('logs x')
  expect(log.match(/bad address 'db'\nwaiting/g)).toHaveLength(3)
  expect(log).toMatch(/there\n$/)
})

test('what takes time takes it', async () => {
  await runPod('x', ['sh', '-c', 'for i in 1 2 3; do echo $i; sleep 10; done; exit 4'])
  await cli.run('clock advance 15s')
  expect([await status('x'), await out('logs x')]).toEqual(['Running', '1\n2\n'])

  await cli.run('clock advance 15s')
  expect([await status('x'), await exitCode('x'), await out('logs x')]).toEqual(['Error', '4', '1\n2\n3\n'])
})

describe('what a program writes', () => {
  const pair = (command: string): string => `
apiVersion: v1
kind: Pod
metadata: {name: x}
spec:
  volumes: [{name: page, emptyDir: {}}]
  initContainers: [{name: make, image: busybox, command: [sh, -c, '${command}'], volumeMounts: [{name: page, mountPath: /work}]}]
  containers: [{name: web, image: nginx, volumeMounts: [{name: page, mountPath: /usr/share/nginx/html}]}]
`
  test('its neighbours find in their volume', async () => {
    await cli.run('apply -f -', { stdin: pair('echo hello > /work/index.html') })

    expect(await out('get pod x --no-headers')).toMatch(/1\/1 +Running/)
    expect(await out('exec x -- curl -s localhost')).toBe('hello\n')
  })

  test('is there once it was written', async () => {
    await runPod('x', ['sh', '-c', 'echo a > /tmp/f; sleep 10; echo b >> /tmp/f; sleep 3600'])
    expect(await out('exec x -- cat /tmp/f')).toBe('a\n')
    await cli.run(['exec', 'x', '--', 'sh', '-c', 'echo mine > /tmp/mine'])

    await cli.run('clock advance 11s')
    expect(await out('exec x -- cat /tmp/f /tmp/mine')).toBe('a\nb\nmine\n')
  })
})

test('a server of an unknown image is not run', async () => {
  await cli.run(['run', 'x', '--image=acme/shop:1', '--port=8080', '--', 'python', 'app.py'])

  expect(await status('x')).toBe('Running')
})
