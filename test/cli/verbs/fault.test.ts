import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const cli = aCli()
afterAll(() => cli.remove())

const pod = `
apiVersion: v1
kind: Pod
metadata: { name: web, labels: { app: web } }
spec:
  nodeName: kind-worker
  containers:
    - name: nginx
      image: nginx:1.27
      readinessProbe: { httpGet: { port: 80 }, periodSeconds: 2, failureThreshold: 2 }
`

const told = async (command: string): Promise<string> => {
  const { stdout, stderr } = await cli.run(command)
  return stdout + stderr
}
const podField = (path: string): Promise<string> => told(`get pod web -o jsonpath={.status.${path}}`)

describe('fault', () => {
  beforeAll(async () => {
    await cli.run('clock freeze')
    const { stdout } = await cli.run('get nodes -o name')
    const worker = stdout.split('\n').find(name => name.includes('worker')) ?? ''
    await cli.create(pod.replace('kind-worker', worker.replace('node/', '')))
    await cli.run('expose pod web --port=80')
  })

  test('there is none at first', async () => {
    expect(await told('fault list')).toBe('Nothing is broken on purpose\n')
  })

  test('a probe fails after its threshold, and passes when it is mended', async () => {
    expect(await told('fault probe pod/web')).toBe('pod/web broken: the readiness probe of container nginx fails\n')
    expect(await podField('containerStatuses[0].ready')).toBe('true')
    await cli.run('clock advance 5s')
    expect(await podField('containerStatuses[0].ready')).toBe('false')
    expect(await told('get endpoints web --no-headers')).not.toMatch(/10\.244/)
    expect(await told('fault clear pod/web')).toBe('pod/web mended (the readiness probe of container nginx fails)\n')
    expect(await podField('containerStatuses[0].ready')).toBe('true')
  })

  test('a container crashes until it is mended', async () => {
    await cli.run('fault crash pod/web --exit-code=3')
    await cli.run('clock advance 15s')
    expect(await podField('containerStatuses[0].state.waiting.reason')).toBe('CrashLoopBackOff')
    expect(await podField('containerStatuses[0].lastState.terminated.exitCode')).toBe('3')
    await cli.run('fault clear crash')
    await cli.run('clock advance 60s')
    expect(await podField('containerStatuses[0].ready')).toBe('true')
  })

  test('a container crashes once', async () => {
    const before = Number(await podField('containerStatuses[0].restartCount'))
    await cli.run('clock advance 10m')
    await cli.run('fault crash pod/web --once')
    await cli.run('clock advance 5m')
    expect(Number(await podField('containerStatuses[0].restartCount'))).toBe(before + 1)
    await cli.run('fault clear')
  })

  test('a missing image keeps new pods waiting', async () => {
    await cli.run('fault image redis:7')
    await cli.run('run cache --image=redis:7')
    expect(await told('get pod cache --no-headers')).toContain('ErrImagePull')
    await cli.run('fault clear image')
    expect(await told('get pod cache --no-headers')).toContain('Running')
  })

  test('a node that is off is noticed, loses its pods, and comes back', async () => {
    const node = await told('get pod web -o jsonpath={.spec.nodeName}')
    await cli.run(['fault', 'node', node])
    await cli.run('clock advance 40s')
    expect(await told(`get node ${node} --no-headers`)).toContain(' Ready ')
    await cli.run('clock advance 15s')
    expect(await told(`get node ${node} --no-headers`)).toContain('NotReady')
    expect(await told('get endpoints web --no-headers')).not.toMatch(/10\.244/)
    await cli.run('fault clear node')
    expect(await told(`get node ${node} --no-headers`)).toContain(' Ready ')
    expect(await told('get endpoints web --no-headers')).toMatch(/10\.244/)
  })

  test('the DNS is silent', async () => {
    await cli.run('fault dns')
    expect((await cli.run('nslookup web')).code).toBe(1)
    expect(await told('fault list')).toMatch(/kube-system +service\/kube-dns +silent/)
    await cli.run('fault clear dns')
    expect((await cli.run('nslookup web')).code).toBe(0)
  })

  test('a way takes longer', async () => {
    await cli.run('fault path svc/kube-dns -n kube-system --latency=250ms')
    expect(await told('dig web.default.svc.cluster.local')).toMatch(/Query time: 251 msec/)
    await cli.run('fault clear svc/kube-dns -n kube-system')
    expect(await told('dig web.default.svc.cluster.local')).toMatch(/Query time: 1 msec/)
  })

  test('requests take longer, are lost, and find no node that is off', async () => {
    const spent = 'curl -s -o /dev/null -w %{http_code}:%{time_total} http://web/'
    await cli.run('fault path svc/web --latency=750ms')
    expect(await told(spent)).toMatch(/^200:0\.75/)
    await cli.run('fault path svc/web --loss=100%')
    expect(await told('trace web')).toMatch(/all packets were lost on the way/)
    await cli.run('fault clear svc/web')
    const node = await told('get pod web -o jsonpath={.spec.nodeName}')
    await cli.run(['fault', 'node', node])
    expect(await told('trace web')).toMatch(/is off/)
    await cli.run('fault clear')
    expect(await told(spent)).toMatch(/^200:0\.00/)
  })

  test.for([
    ['fault probe pod/web --probe=none', '--probe is readiness, liveness, startup, not "none"'],
    ['fault probe pod/web --probe=startup', 'container nginx of pod web has no startup probe'],
    ['fault probe pod/web -c other', 'container other is not in pod web: it has nginx'],
    ['fault path pod/web', 'one of --latency and --loss is required'],
    ['fault path pod/web --loss=200', '--loss is a number from 0 to 100, not "200"'],
    ['fault crash svc/web', 'only pods have containers, not services'],
    ['fault node nowhere', 'nodes "nowhere" not found'],
  ])('%s is refused', async ([command, message]) => {
    const { stderr, code } = await cli.run(command ?? '')
    expect(stderr).toContain(message)
    expect(code).toBe(1)
  })
})
