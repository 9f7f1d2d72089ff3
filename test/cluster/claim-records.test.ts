import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCli, type Cli } from '../support/run-cli.ts'

// What is written in a claimed volume is the claim's: it outlives pods.
let cli: Cli
beforeAll(async () => {
  cli = aCli()
  await cli.run('apply -f -', { stdin: claim })
})
afterAll(() => cli.remove())

const claim = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Mi}}}
`
const pod = (name: string, command = 'sleep 9999'): string => `
apiVersion: v1
kind: Pod
metadata: {name: ${name}}
spec:
  restartPolicy: Never
  containers:
    - {name: c, image: busybox, command: [sh, -c, '${command}'], volumeMounts: [{name: v, mountPath: /data}]}
  volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]
`
const read = async (name: string): Promise<string> => (await cli.run(`exec ${name} -- cat /data/f`)).stdout

test('of pods one after the other, and side by side', async () => {
  await cli.run('apply -f -', { stdin: pod('first') })
  await cli.run(['exec', 'first', '--', 'sh', '-c', 'echo kept > /data/f; echo lost > /tmp/f'])
  await cli.run('delete pod first --force')
  await cli.run('apply -f -', { stdin: `${pod('second')}---${pod('third', 'echo more >> /data/f; sleep 9999')}` })

  expect(await read('second')).toBe('kept\nmore\n')
  expect(await read('third')).toBe('kept\nmore\n')
  expect((await cli.run('exec second -- cat /tmp/f')).code).toBe(1)
})

test('and goes with the claim', async () => {
  await cli.run('delete pod second third --force')
  await cli.run('delete pvc data')
  await cli.run('apply -f -', { stdin: `${claim}---${pod('fourth')}` })

  expect(await read('fourth')).toBe('')
})

test('each pod of a StatefulSet finds its own again', async () => {
  await cli.run('apply -f -', {
    stdin: `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
  replicas: 2
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: c, image: nginx, volumeMounts: [{name: www, mountPath: /usr/share/nginx/html}]}]}
  volumeClaimTemplates:
    - metadata: {name: www}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Mi}}}
`,
  })
  for (const name of ['db-0', 'db-1']) {
    await cli.run(['exec', name, '--', 'sh', '-c', 'hostname > /usr/share/nginx/html/index.html'])
  }
  await cli.run('delete pod db-0 db-1 --force')

  expect((await cli.run('exec db-0 -- curl -s localhost')).stdout).toBe('db-0\n')
  expect((await cli.run('exec db-1 -- curl -s localhost')).stdout).toBe('db-1\n')
})
