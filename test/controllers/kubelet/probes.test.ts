import { describe, expect, test } from 'vitest'
import { type Fault, faultsKey } from '../../../src/api/faults.ts'
import type { Container, Event, Pod } from '../../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../../support/cluster.ts'
import { aBarePod } from '../../support/workloads.ts'

const withPod = (container: Partial<Container>): TestCluster => {
  const cluster = aCluster()
  cluster.create(aBarePod('p', container))
  return cluster
}

const statusOf = (cluster: TestCluster) => cluster.find<Pod>('Pod', 'p').status?.containerStatuses?.[0]

/** `Reason (xTimes): message`, in the order in which they were told first. */
const told = (cluster: TestCluster): readonly string[] =>
  cluster
    .list<Event>('Event', 'default')
    .filter(({ involvedObject, source }) => involvedObject.name === 'p' && source?.component === 'kubelet')
    .toSorted((left, right) => (left.firstTimestamp ?? '').localeCompare(right.firstTimestamp ?? ''))
    .map(({ reason, message, count = 1 }) => `${reason} (x${count}): ${message}`)

const address = (cluster: TestCluster): string => cluster.find<Pod>('Pod', 'p').status?.podIP ?? ''

describe('what is told of a probe that fails', () => {
  const port = { port: 81 }
  test.for([
    {
      name: 'http, a bad answer',
      container: { readinessProbe: { httpGet: { path: '/nope', port: 80 } } },
      message: () => 'Readiness probe failed: HTTP probe failed with statuscode: 404',
    },
    {
      name: 'http, nobody listens',
      container: { readinessProbe: { httpGet: { path: '/', port: 81 } } },
      message: (ip: string) =>
        `Readiness probe failed: Get "http://${ip}:81/": dial tcp ${ip}:81: connect: connection refused`,
    },
    {
      name: 'http, the server does not encrypt',
      container: { readinessProbe: { httpGet: { scheme: 'HTTPS' as const, path: '/', port: 80 } } },
      message: (ip: string) =>
        `Readiness probe failed: Get "https://${ip}:80/": http: server gave HTTP response to HTTPS client`,
    },
    {
      name: 'tcp',
      container: { livenessProbe: { tcpSocket: port } },
      message: (ip: string) => `Liveness probe failed: dial tcp ${ip}:81: connect: connection refused`,
    },
    {
      name: 'grpc',
      container: { startupProbe: { grpc: port, timeoutSeconds: 2 } },
      message: (ip: string) =>
        `Startup probe failed: timeout: failed to connect service "${ip}:81" within 2s: context deadline exceeded`,
    },
    {
      name: 'exec, with what it printed',
      container: { readinessProbe: { exec: { command: ['cat', '/tmp/ready'] } } },
      message: () => 'Readiness probe failed: cat: /tmp/ready: No such file or directory',
    },
    {
      name: 'exec, too slow',
      container: { readinessProbe: { exec: { command: ['sleep', '5'] } } },
      message: () => 'Readiness probe failed: command timed out: "sleep 5" timed out after 1s',
    },
  ])('$name', ({ container, message }) => {
    const cluster = withPod(container)

    expect(told(cluster)).toContain(`Unhealthy (x1): ${message(address(cluster))}`)
  })
})

describe('probes', () => {
  test('count up to their threshold, then a container is killed, and told so', () => {
    const cluster = withPod({ livenessProbe: { httpGet: { port: 80, path: '/nope' }, periodSeconds: 5 } })
    cluster.pass(10_000)

    // The fourth is the first one of the next run.
    expect(told(cluster)).toEqual([
      'Unhealthy (x4): Liveness probe failed: HTTP probe failed with statuscode: 404',
      'Killing (x1): Container c failed liveness probe, will be restarted',
    ])
    expect(statusOf(cluster)).toMatchObject({ restartCount: 1, lastState: { terminated: { exitCode: 0 } } })
  })

  test('a container that liveness kills again and again backs off', () => {
    const cluster = withPod({
      livenessProbe: { tcpSocket: { port: 81 }, periodSeconds: 1, failureThreshold: 1, initialDelaySeconds: 5 },
    })
    cluster.pass(10_000)
    expect(statusOf(cluster)).toMatchObject({ restartCount: 1, state: { waiting: { reason: 'CrashLoopBackOff' } } })
    cluster.pass(10_000)
    expect(statusOf(cluster)).toMatchObject({ restartCount: 2, state: { running: {} } })
    expect(told(cluster)).toContainEqual(
      expect.stringMatching(/^BackOff \(x1\): Back-off restarting failed container c/),
    )
  })

  test('of commands see the files that the container makes and removes', () => {
    const cluster = withPod({
      image: 'busybox',
      args: ['/bin/sh', '-c', 'touch /tmp/healthy; sleep 30; rm -f /tmp/healthy; sleep 600'],
      livenessProbe: { exec: { command: ['cat', '/tmp/healthy'] }, initialDelaySeconds: 5, periodSeconds: 5 },
    })
    cluster.pass(39_000)
    expect(statusOf(cluster)?.restartCount).toBe(0)
    cluster.pass(1_000)
    expect(statusOf(cluster)).toMatchObject({ restartCount: 1, lastState: { terminated: { exitCode: 137 } } })
    expect(told(cluster)).toContain(
      "Unhealthy (x3): Liveness probe failed: cat: can't open '/tmp/healthy': No such file or directory",
    )
  })

  test('see a server that is healthy for ten seconds only', () => {
    const cluster = withPod({
      image: 'registry.k8s.io/e2e-test-images/agnhost:2.40',
      args: ['liveness'],
      livenessProbe: { httpGet: { path: '/healthz', port: 8080 }, initialDelaySeconds: 3, periodSeconds: 3 },
    })
    cluster.pass(17_000)
    expect(statusOf(cluster)?.restartCount).toBe(0)
    cluster.pass(1_000)
    expect(statusOf(cluster)).toMatchObject({ restartCount: 1, lastState: { terminated: { exitCode: 2 } } })
  })

  test.for([
    { container: { image: 'redis:7', livenessProbe: { exec: { command: ['redis-cli', 'ping'] } } } },
    { container: { image: 'postgres:17', readinessProbe: { exec: { command: ['sh', '-c', 'pg_isready -U app'] } } } },
    { container: { image: 'etcd:3', livenessProbe: { grpc: { port: 2379 } } } },
    { container: { image: 'x', startupProbe: { exec: { command: ['/opt/check.sh'] } } } },
  ])('pass: $container.image', ({ container }) => {
    const cluster = withPod(container)
    cluster.pass(120_000)

    expect(statusOf(cluster)).toMatchObject({ ready: true, started: true, restartCount: 0 })
    expect(told(cluster)).toEqual([])
  })

  test('wait for one of the start, with all its numbers', () => {
    const cluster = withPod({
      startupProbe: {
        httpGet: { path: '/nope', port: 80 },
        failureThreshold: 4,
        periodSeconds: 5,
        initialDelaySeconds: 2,
      },
      livenessProbe: { tcpSocket: { port: 81 }, failureThreshold: 1 },
    })
    cluster.pass(16_999)
    expect(statusOf(cluster)).toMatchObject({ started: false, ready: false, restartCount: 0 })
    cluster.pass(1)
    expect(told(cluster)).toEqual([
      'Unhealthy (x4): Startup probe failed: HTTP probe failed with statuscode: 404',
      'Killing (x1): Container c failed startup probe, will be restarted',
    ])
  })

  test('find a slow way too slow, and a mended one good', () => {
    const cluster = withPod({ readinessProbe: { httpGet: { port: 80 }, timeoutSeconds: 2 } })
    const breaking = (faults: readonly Fault[]) =>
      cluster.patch(['Pod', 'p'], { metadata: { annotations: { [faultsKey]: JSON.stringify(faults) } } })
    cluster.pass(5_000)
    breaking([{ fault: 'path', latency: 2000, from: cluster.now }])
    cluster.pass(25_000)
    expect(statusOf(cluster)?.ready).toBe(false)
    expect(told(cluster)).toEqual([
      `Unhealthy (x3): Readiness probe failed: Get "http://${address(cluster)}:80/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
    ])
    breaking([])
    expect(statusOf(cluster)?.ready).toBe(true)
  })

  test('of a sidecar hold the containers back, and name it as one', () => {
    const cluster = aCluster()
    const sidecar = {
      name: 'side',
      image: 'nginx',
      restartPolicy: 'Always' as const,
      startupProbe: { httpGet: { port: 80, path: '/nope' }, periodSeconds: 5, failureThreshold: 2 },
    }
    cluster.create(aBarePod('p', {}, { initContainers: [sidecar] }))
    cluster.pass(4_000)

    const { status } = cluster.find<Pod>('Pod', 'p')
    expect([status?.phase, status?.containerStatuses?.[0]?.state]).toEqual([
      'Pending',
      { waiting: { reason: 'PodInitializing' } },
    ])
    const [event] = cluster.list<Event>('Event', 'default').filter(({ reason }) => reason === 'Unhealthy')
    expect(event?.involvedObject.fieldPath).toBe('spec.initContainers{side}')
  })

  test.for([
    { location: '/echo?code=500', ready: false },
    { location: '/echo?code=200', ready: true },
    { location: 'http://example.com/', ready: true },
  ])('go where they are sent on their own host: $location', ({ location, ready }) => {
    const path = `/redirect?location=${encodeURIComponent(location)}`
    const cluster = withPod({
      image: 'registry.k8s.io/e2e-test-images/agnhost:2.53',
      args: ['netexec'],
      readinessProbe: { httpGet: { path, port: 8080 } },
    })

    expect(statusOf(cluster)?.ready).toBe(ready)
  })

  test('what cannot be pulled is told step by step', () => {
    const cluster = aCluster()
    const pod = aBarePod('p', { image: 'nginx:nope' })
    const annotations = { 'kubesim.io/missing-images': '*' }
    cluster.create({ ...pod, metadata: { ...pod.metadata, annotations } })
    cluster.pass(15_000)

    expect(told(cluster).map(text => text.replace(/: failed to .*/, '…'))).toEqual([
      'Pulling (x1): Pulling image "nginx:nope"',
      'Failed (x1): Failed to pull image "nginx:nope"…',
      'Failed (x1): Error: ErrImagePull',
      'BackOff (x1): Back-off pulling image "nginx:nope"',
      'Failed (x1): Error: ImagePullBackOff',
    ])
  })
})
