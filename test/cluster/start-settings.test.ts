import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCli, type Cli } from '../support/run-cli.ts'

// A container keeps the environment that it started with; only its volumes follow what they are made of.
const pod = `
apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec:
  volumes: [{ name: files, configMap: { name: web } }]
  containers:
  - name: c
    image: busybox
    command: [sh, -c, 'while true; do echo $GREETING; sleep 10; done']
    env:
    - { name: GREETING, valueFrom: { configMapKeyRef: { name: web, key: greeting } } }
    - { name: LATER, valueFrom: { configMapKeyRef: { name: later, key: x, optional: true } } }
    envFrom: [{ secretRef: { name: key } }]
    volumeMounts: [{ name: files, mountPath: /files }]
`

let cli: Cli
beforeEach(async () => {
  cli = aCli({ env: { KUBESIM_PROFILE: 'default' }, files: { 'pod.yaml': pod } })
  await cli.run('clock freeze')
  await cli.run('create cm web --from-literal=greeting=hello')
  await cli.run('create secret generic key --from-literal=TOKEN=t1')
  await cli.run('create -f pod.yaml')
  await cli.run('clock advance 5s')
})
afterEach(() => cli.remove())

const out = async (command: string | readonly string[]): Promise<string> => (await cli.run(command)).stdout
const greet = (text: string) => cli.run(['patch', 'cm', 'web', '-p', JSON.stringify({ data: { greeting: text } })])
const environment = async (): Promise<readonly string[]> =>
  (await out('exec web -- env')).split('\n').filter(line => /^(GREETING|TOKEN|LATER)=/.test(line))

test.for<readonly [string, readonly string[]]>([
  ['changed', ['patch cm web -p {"data":{"greeting":"bye"}}', 'patch secret key -p {"stringData":{"TOKEN":"t2"}}']],
  ['changed twice', ['patch cm web -p {"data":{"greeting":"a"}}', 'patch cm web -p {"data":{"greeting":"b"}}']],
  ['deleted', ['delete cm web', 'delete secret key']],
  ['deleted and made anew', ['delete cm web', 'create cm web --from-literal=greeting=new']],
  ['there only later', ['create cm later --from-literal=x=y']],
])('the environment stays when what it comes from is %s', async ([, commands]) => {
  for (const command of commands) await cli.run(command.replaceAll('"', '\\"'))

  expect(await environment()).toEqual(['TOKEN=t1', 'GREETING=hello'])
})

test('its own program goes on with the old value, its files have the new one', async () => {
  await greet('bye')
  await cli.run('clock advance 2m')

  expect(await out('logs web --tail=1')).toBe('hello\n')
  expect(await out('exec web -- cat /files/greeting')).toBe('bye')
})

test('a container that is started again has the new value', async () => {
  await greet('bye')
  await cli.run('fault crash pod/web --once')
  await cli.run('clock advance 10m')

  expect(await out('get pod web -o jsonpath={.status.containerStatuses[0].restartCount}')).not.toBe('0')
  expect(await environment()).toContain('GREETING=bye')
})

test('an image that asks by its environment asks as before until a rollout', async () => {
  await cli.run('create deploy numbers --image=kiamol/ch03-numbers-web')
  await cli.run('create cm api --from-literal=RngApi__Url=http://one/rng')
  await cli.run('set env deploy/numbers --from=cm/api')
  await cli.run('expose deploy numbers --port=80')
  await cli.run('clock advance 1m')
  await cli.run(['patch', 'cm', 'api', '-p', '{"data":{"RNGAPI__URL":"","RngApi__Url":"http://two/rng"}}'])
  const variable = () => out(['exec', 'deploy/numbers', '--', 'sh', '-c', 'env | grep -i rngapi'])
  const before = await variable()
  await cli.run('rollout restart deploy/numbers')
  await cli.run('clock advance 2m')

  expect(before.toLowerCase()).toContain('http://one/rng')
  expect((await variable()).toLowerCase()).not.toContain('http://one/rng')
})
