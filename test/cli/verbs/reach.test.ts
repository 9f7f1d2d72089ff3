import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const cli = aCli({ env: { KUBESIM_PROFILE: 'default' } })
afterAll(() => cli.remove())

const told = async (command: string): Promise<string> => {
  const { stdout, stderr } = await cli.run(command)
  return stdout + stderr
}

const curl = async (words: string): Promise<{ readonly code: number; readonly stdout: string }> => {
  const { code, stdout } = await cli.run(`curl -s -m 5 ${words}`)
  return { code, stdout }
}

const ips = { worker: '172.18.0.3', worker2: '172.18.0.2', worker3: '172.18.0.4' }

const web = `
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: default, labels: {app: web}}
spec:
  nodeName: my-cluster-worker2
  containers: [{name: c, image: registry.k8s.io/e2e-test-images/agnhost:2.53, args: [netexec]}]
---
apiVersion: v1
kind: Pod
metadata: {name: client, namespace: default}
spec: {nodeName: my-cluster-worker, containers: [{name: c, image: busybox, command: [sleep, 1d]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: default}
spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, targetPort: 8080, nodePort: 30080}]}
`

describe('a node port', () => {
  beforeAll(() => cli.create(web))

  test.for([
    { from: 'laptop', to: `${ips.worker}:30080`, seen: ips.worker },
    { from: 'laptop', to: `${ips.worker2}:30080`, seen: '10.244.2.1' },
    { from: 'node/my-cluster-worker3', to: `${ips.worker3}:30080`, seen: ips.worker3 },
    { from: 'node/my-cluster-worker3', to: '127.0.0.1:30080', seen: ips.worker3 },
    { from: 'pod/client', to: `${ips.worker3}:30080`, seen: ips.worker3 },
    { from: 'pod/client', to: 'web', seen: 'the pod' },
  ])('from $from to $to: the server sees $seen', async ({ from, to, seen }) => {
    const { code, stdout } = await curl(`--from ${from} http://${to}/clientip`)
    const own = await told('get pod client -o jsonpath={.status.podIP}')

    expect(code).toBe(0)
    expect(stdout.split(':')[0]).toBe(seen === 'the pod' ? own : seen)
  })

  test('the laptop reaches neither the ClusterIP nor the pod', async () => {
    const clusterIP = await told('get service web -o jsonpath={.spec.clusterIP}')
    const podIP = await told('get pod web -o jsonpath={.status.podIP}')
    const codes = [await curl(`--from laptop http://${clusterIP}/`), await curl(`--from laptop http://${podIP}:8080/`)]
    expect(codes.map(({ code }) => code)).toEqual([28, 28])
  })

  test('policy Local keeps the source, and drops where no endpoint is', async () => {
    await cli.run(['patch', 'service', 'web', '-p', '{"spec":{"externalTrafficPolicy":"Local"}}'])
    const near = await curl(`--from laptop http://${ips.worker2}:30080/clientip`)
    const far = await curl(`--from laptop http://${ips.worker}:30080/clientip`)
    const within = await curl(`--from pod/client http://${ips.worker}:30080/hostname`)

    expect(near.stdout).toMatch(/^192\.168\.0\.100:/)
    expect(far.code).toBe(28)
    expect(await told(`trace --from laptop http://${ips.worker}:30080/`)).toContain('has no local endpoints')
    expect(within).toEqual({ code: 0, stdout: 'web' })
  })

  test('it is refused without endpoints, and where nobody has asked for the port', async () => {
    await cli.run('delete pod web --now')
    const codes = [
      await curl(`--from laptop http://${ips.worker}:30080/`),
      await curl(`--from laptop http://${ips.worker}:30081/`),
      await curl('--from pod/client http://web/'),
    ]
    expect(codes.map(({ code }) => code)).toEqual([7, 7, 7])
  })
})

describe('the numbers app', () => {
  test('loses its API without the Service, and regains it', async () => {
    const deployment = (name: string) => `create deployment ${name} --image=kiamol/ch03-${name} --port=80`
    await cli.run(deployment('numbers-api'))
    await cli.run(deployment('numbers-web'))
    await cli.run('expose deployment numbers-web --port=8080 --target-port=80')
    const press = async (): Promise<string> => (await curl('-X POST http://numbers-web:8080/')).stdout
    const name = 'numbers-api.default.svc.cluster.local'

    expect([await press(), (await cli.run(`nslookup ${name}`)).code]).toEqual([
      expect.stringContaining('RNG service unavailable!'),
      1,
    ])
    await cli.run('expose deployment numbers-api --port=80')
    expect([await press(), (await cli.run(`nslookup ${name}`)).code]).toEqual([
      expect.stringContaining('Here it is: 42'),
      0,
    ])
    await cli.run('scale deployment numbers-api --replicas=0')
    expect(await press()).toContain('RNG service unavailable!')
    await cli.run('scale deployment numbers-api --replicas=1')
    expect(await press()).toContain('Here it is: 42')
    await cli.run('delete service numbers-api')
    // The DNS remembers a name for as long as its time to live.
    await cli.run('clock advance 31s')
    expect(await press()).toContain('RNG service unavailable!')
  })
})
