import { describe, expect, test } from 'vitest'
import type { Container, Pod, PodSpec } from '../../src/api/generated/types.ts'
import { withSwitch } from '../../src/images/switches.ts'
import { aCluster, type TestCluster } from '../support/cluster.ts'
import { aBarePod, stateOf, toldOf } from '../support/workloads.ts'

const find = (cluster: TestCluster): Pod => cluster.find<Pod>('Pod', 'p')

const withPod = (container: Partial<Container>, spec: Partial<PodSpec> = {}): TestCluster => {
  const cluster = aCluster()
  cluster.create(aBarePod('p', container, spec))
  return cluster
}

const command = (line: string) => ({ image: 'busybox', command: ['sh', '-c', line] })
const conditionsOf = ({ status }: Pod) => (status?.conditions ?? []).map(({ type, status: is }) => `${type} ${is}`)

describe('what becomes of a pod', () => {
  const noRestart = { restartPolicy: 'Never' } as const
  const onFailure = { restartPolicy: 'OnFailure' } as const
  test.for([
    { name: 'it runs', container: {}, spec: {}, states: [[0, 'Running', 'Running ready 0']] },
    {
      name: 'a shell with nothing to read ends',
      container: { image: 'busybox' },
      spec: noRestart,
      states: [[0, 'Succeeded', 'Completed unready 0']],
    },
    {
      name: 'it succeeds',
      container: command('date; sleep 5'),
      spec: noRestart,
      states: [
        [4, 'Running', 'Running ready 0'],
        [1, 'Succeeded', 'Completed unready 0'],
      ],
    },
    {
      name: 'it fails',
      container: command('sleep 5 && exit 3'),
      spec: noRestart,
      states: [[5, 'Failed', 'Error unready 0']],
    },
    {
      name: 'it is started again until it succeeds',
      container: command('sleep 5'),
      spec: onFailure,
      states: [[5, 'Succeeded', 'Completed unready 0']],
    },
    {
      name: 'it crashes in a loop',
      container: command('sleep 2; false'),
      spec: {},
      states: [
        [2, 'Running', 'Running ready 1'],
        [2, 'Running', 'CrashLoopBackOff unready 1'],
        [10, 'Running', 'Running ready 2'],
        [2, 'Running', 'CrashLoopBackOff unready 2'],
        [20, 'Running', 'Running ready 3'],
        [2, 'Running', 'CrashLoopBackOff unready 3'],
        [3600, 'Running', 'CrashLoopBackOff unready 16'],
      ],
    },
  ] as const)('$name', ({ container, spec, states }) => {
    const cluster = withPod(container, spec)

    for (const [seconds, phase, state] of states) {
      cluster.pass(seconds * 1000)
      expect([find(cluster).status?.phase, stateOf(find(cluster))]).toEqual([phase, state])
    }
  })

  test('its conditions come in the order of the real ones', () => {
    expect(conditionsOf(find(withPod({})))).toEqual([
      'PodReadyToStartContainers True',
      'Initialized True',
      'Ready True',
      'ContainersReady True',
      'PodScheduled True',
    ])
  })

  test('it waits for its init containers, one after the other, and keeps its sidecars', () => {
    const initContainers = [
      { name: 'first', ...command('sleep 3') },
      { name: 'beside', image: 'envoy', restartPolicy: 'Always' as const },
      { name: 'second', ...command('sleep 2') },
    ]
    const cluster = withPod({}, { initContainers })

    expect([find(cluster).status?.phase, stateOf(find(cluster))]).toEqual(['Pending', 'PodInitializing unready 0'])
    cluster.pass(3000)
    expect(find(cluster).status?.initContainerStatuses?.map(({ state }) => Object.keys(state ?? {})[0])).toEqual([
      'terminated',
      'running',
      'running',
    ])
    cluster.pass(2000)
    expect([find(cluster).status?.phase, stateOf(find(cluster))]).toEqual(['Running', 'Running ready 0'])
  })

  test('an init container waits until a Service is there', () => {
    const wait = (name: string) => command(`until nslookup ${name}; do echo waiting for ${name}; sleep 2; done`)
    const namespace = '$(cat /var/run/secrets/kubernetes.io/serviceaccount/namespace)'
    const initContainers = [
      { name: 'first', ...wait(`myservice.${namespace}.svc.cluster.local`) },
      { name: 'second', ...wait('mydb') },
    ]
    const cluster = withPod({}, { initContainers })
    const service = (name: string) =>
      cluster.create({ apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { ports: [{ port: 80 }] } })
    const ended = () => find(cluster).status?.initContainerStatuses?.map(({ state }) => state?.terminated?.exitCode)
    cluster.pass(60_000)
    expect(ended()).toEqual([undefined, undefined])

    service('mydb')
    cluster.pass(1_000)
    service('myservice')
    cluster.pass(999)
    expect(ended()).toEqual([undefined, undefined])
    cluster.pass(1)
    expect([ended(), find(cluster).status?.phase]).toEqual([[0, 0], 'Running'])
  })

  test('an init container that fails keeps it from starting', () => {
    const cluster = withPod({}, { initContainers: [{ name: 'i', ...command('exit 1') }], restartPolicy: 'Never' })

    expect([find(cluster).status?.phase, stateOf(find(cluster))]).toEqual(['Failed', 'PodInitializing unready 0'])
  })

  test('it has the address of its node if it shares its network', () => {
    const { status } = find(withPod({}, { hostNetwork: true }))

    expect(status?.podIP).toBe(status?.hostIP)
  })

  test('an image that is missing is pulled in vain until it is there', () => {
    const cluster = aCluster()
    const pod = aBarePod('p', { image: 'nginx:nope' })
    const annotations = { 'kubesim.io/missing-images': 'nginx:nope' }
    cluster.create({ ...pod, metadata: { ...pod.metadata, annotations } })

    expect(stateOf(find(cluster))).toBe('ErrImagePull unready 0')
    cluster.pass(10_000)
    expect(stateOf(find(cluster))).toBe('ImagePullBackOff unready 0')
    cluster.patch(['Pod', 'p'], { metadata: { annotations: { 'kubesim.io/missing-images': null } } })
    expect(stateOf(find(cluster))).toBe('Running ready 0')
  })

  test('a container whose image changes is started anew', () => {
    const cluster = withPod({ image: 'nginx:1' })
    cluster.patch(['Pod', 'p'], { spec: { containers: [{ ...find(cluster).spec.containers[0], image: 'nginx:2' }] } })

    expect(stateOf(find(cluster))).toBe('Running ready 1')
    expect(find(cluster).status?.containerStatuses?.[0]?.image).toBe('nginx:2')
  })

  test('its containers start late where a cluster is slow', () => {
    const cluster = aCluster({ startDelay: 2000 })
    cluster.create(aBarePod('p'))

    expect([find(cluster).status?.phase, stateOf(find(cluster))]).toEqual(['Pending', 'ContainerCreating unready 0'])
    cluster.pass(2000)
    expect(stateOf(find(cluster))).toBe('Running ready 0')
  })

  test('it ends when its deadline is over', () => {
    const cluster = withPod({}, { activeDeadlineSeconds: 30 })
    cluster.pass(30_000)

    expect(find(cluster).status).toMatchObject({ phase: 'Failed', reason: 'DeadlineExceeded' })
  })

  test('it goes at once when it is deleted, but for finalizers', () => {
    const cluster = withPod({})
    cluster.patch(['Pod', 'p'], { metadata: { finalizers: ['example.com/hold'] } })
    cluster.remove(['Pod', 'p'])
    expect(stateOf(find(cluster))).toBe('Running ready 0')

    cluster.patch(['Pod', 'p'], { metadata: { finalizers: null } })
    expect(cluster.get('Pod', 'default', 'p')).toBeUndefined()
  })
})

describe('probes', () => {
  const http = (path: string, port = 80) => ({ httpGet: { path, port } })
  test.for([
    {
      name: 'make it ready after their delay',
      readinessProbe: { ...http('/'), initialDelaySeconds: 5 },
      states: ['0 0', '5 1'],
    },
    { name: 'keep it from being ready', readinessProbe: http('/nope'), states: ['0 0', '600 0'] },
    { name: 'restart it', livenessProbe: http('/healthz'), states: ['0 1', '19 1', '1 1 restarted'] },
    {
      name: 'ask a port that nobody listens on',
      livenessProbe: { tcpSocket: { port: 81 } },
      states: ['20 1 restarted'],
    },
    {
      name: 'let it take its time to start',
      startupProbe: { ...http('/'), initialDelaySeconds: 30 },
      livenessProbe: http('/'),
      states: ['29 0', '1 1'],
    },
    { name: 'give up a container that does not start', startupProbe: http('/nope'), states: ['19 0', '1 0 restarted'] },
  ])('$name', ({ states, name: _, ...probes }) => {
    const cluster = withPod(probes)

    for (const text of states) {
      const [seconds, ready, restarted] = text.split(' ')
      cluster.pass(Number(seconds) * 1000)
      const { ready: isReady, restartCount } = find(cluster).status?.containerStatuses?.[0] ?? {}
      expect([isReady, (restartCount ?? 0) > 0]).toEqual([ready === '1', restarted !== undefined])
    }
  })

  test('tell what they find, once', () => {
    const cluster = withPod({ readinessProbe: http('/nope') })
    cluster.pass(600_000)

    expect(toldOf(cluster, 'p').filter(text => text.startsWith('Unhealthy'))).toEqual([
      'Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 404',
    ])
  })

  test('see the switches of the demo application', () => {
    const image = 'gcr.io/kuar-demo/kuard-amd64:blue'
    const cluster = withPod({ image, readinessProbe: { ...http('/ready', 8080), periodSeconds: 2 } })
    const turn = (status: number) => {
      const { metadata } = withSwitch(find(cluster), 'c', { path: '/ready', status, from: cluster.now })
      cluster.patch(['Pod', 'p'], { metadata: { annotations: metadata.annotations } })
    }
    expect(stateOf(find(cluster))).toBe('Running ready 0')

    turn(500)
    cluster.pass(5999)
    expect(stateOf(find(cluster))).toMatch(/ready/)
    cluster.pass(1)
    expect(stateOf(find(cluster))).toBe('Running unready 0')
    turn(0)
    cluster.pass(2000)
    expect(stateOf(find(cluster))).toBe('Running ready 0')
  })

  test('leave a cluster alone when nothing changes', () => {
    const cluster = withPod({ readinessProbe: http('/'), livenessProbe: http('/') })
    const before = cluster.bytes
    cluster.pass(7 * 24 * 3_600_000)

    expect(cluster.bytes).toBe(before)
  })
})

describe('readiness by others', () => {
  test('a status that somebody writes stays until a container changes', () => {
    const cluster = withPod({})
    cluster.patch(['Pod', 'p'], { status: { conditions: [{ type: 'Ready', status: 'False' }] } }, 'status')
    cluster.patch(['Pod', 'p'], { metadata: { labels: { a: 'b' } } })

    expect(conditionsOf(find(cluster))).toContain('Ready False')
  })

  test('gates keep a pod from being ready until somebody opens them', () => {
    const cluster = withPod({}, { readinessGates: [{ conditionType: 'example.com/gate' }] })
    expect(conditionsOf(find(cluster))).toContain('Ready False')
    expect(conditionsOf(find(cluster))).toContain('ContainersReady True')

    const { conditions = [] } = find(cluster).status ?? {}
    const open = [...conditions, { type: 'example.com/gate', status: 'True' }]
    cluster.patch(['Pod', 'p'], { status: { conditions: open } }, 'status')
    expect(conditionsOf(find(cluster))).toContain('Ready True')
  })
})
