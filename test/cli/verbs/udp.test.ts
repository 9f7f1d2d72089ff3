import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const cli = aCli()
afterAll(() => cli.remove())

const agnhost = 'registry.k8s.io/e2e-test-images/agnhost:2.47'
const service = (name: string, spec: string): string => `
---
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: default}
spec: {selector: {app: ${name === 'empty' ? 'nobody' : 'echo'}}, ports: [{port: 90, protocol: UDP, targetPort: 8081}]${spec}}`
const pod = (name: string): string => `
---
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: default, labels: {app: echo}}
spec: {containers: [{name: main, image: "${agnhost}", args: [netexec]}]}`

beforeAll(async () => {
  await cli.create(
    [
      ...['echo-1', 'echo-2', 'echo-3'].map(pod),
      service('echo', ''),
      service('sticky', ', sessionAffinity: ClientIP'),
      service('empty', ''),
    ].join(''),
  )
  await cli.run('run client --image=busybox -- sleep 1d')
})

const inClient = (line: string) => cli.run(['exec', 'client', '--', 'sh', '-c', line])

describe('UDP', () => {
  test.for([
    { sent: 'echo hello there', answer: 'hello there' },
    { sent: 'hostname', answer: /^echo-[123]$/ },
    { sent: 'clientip', answer: /^10\.244\.\d+\.\d+:\d+$/ },
    { sent: 'dance', answer: '' },
  ])('$sent is answered through a Service', async ({ sent, answer }) => {
    const { stdout, code } = await inClient(`echo ${sent} | nc -u -w1 echo 90`)
    expect({ stdout, code }).toEqual({
      stdout: typeof answer === 'string' ? answer : expect.stringMatching(answer),
      code: 0,
    })
  })

  test('a pod logs what it was asked', async () => {
    await inClient(`echo 'echo Good Day' | nc -u -w1 ${await addressOf('echo-1')} 8081`)
    const { stdout } = await cli.run('logs echo-1')
    expect(stdout).toMatch(/ Echoing good day to UDP client 10\.244\.\d+\.\d+:\d+\n/)
  })

  test('session affinity sends a client to the same pod again, and others elsewhere', async () => {
    const line = (name: string): string =>
      `for i in 1 2 3 4 5 6 7 8 9 10; do echo hostname | nc -u -w1 ${name} 90; echo; done`
    const names = async (name: string) => new Set((await inClient(line(name))).stdout.trim().split('\n'))
    expect((await names('sticky')).size).toBe(1)
    expect((await names('echo')).size).toBeGreaterThan(1)
  })

  test('it is refused where nobody is behind the Service', async () => {
    const refused = await inClient('echo hostname | nc -u -w1 empty 90')
    expect(refused.stderr).toMatch(/^nc: empty \(10\.96\.\d+\.\d+:90\): Connection refused\n/)
    expect(refused.code).toBe(1)
  })
})

const addressOf = async (name: string): Promise<string> =>
  (await cli.run(`get pod ${name} -o jsonpath={.status.podIP}`)).stdout
