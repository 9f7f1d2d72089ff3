import { describe, expect, test } from 'vitest'
import type { Container, Pod, PodSpec } from '../../../src/api/generated/types.ts'
import { aCluster, type TestCluster } from '../../support/cluster.ts'
import { aBarePod, stateOf, toldOf } from '../../support/workloads.ts'

const withPod = (container: Partial<Container>, spec: Partial<PodSpec> = {}): TestCluster => {
  const cluster = aCluster()
  cluster.create(aBarePod('p', container, spec))
  return cluster
}
const find = (cluster: TestCluster): Pod => cluster.find<Pod>('Pod', 'p')
const messageOf = (cluster: TestCluster) => find(cluster).status?.containerStatuses?.[0]?.state?.waiting?.message
const warnings = (cluster: TestCluster) => toldOf(cluster, 'p').filter(text => /^Failed/.test(text))
const configMap = (data: Readonly<Record<string, string>>) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings' },
  data,
})
const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'keys' }, data: { a: 'YQ==' } }

describe('a container whose settings are not there', () => {
  const ofKey = { name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'a' } } }
  test.for([
    {
      name: 'a ConfigMap, as a whole',
      container: { envFrom: [{ configMapRef: { name: 'settings' } }] },
      message: 'configmap "settings" not found',
      mend: configMap({ a: 'b' }),
    },
    {
      name: 'a Secret, as a whole',
      container: { envFrom: [{ secretRef: { name: 'keys' } }] },
      message: 'secret "keys" not found',
      mend: secret,
    },
    {
      name: 'a key of a ConfigMap that is not there',
      container: { env: [ofKey] },
      message: 'configmap "settings" not found',
      mend: configMap({ a: 'b' }),
    },
    {
      name: 'a key of a Secret',
      container: { env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'keys', key: 'a' } } }] },
      message: 'secret "keys" not found',
      mend: secret,
    },
  ])('waits: $name', ({ container, message, mend }) => {
    const cluster = withPod(container)
    expect(stateOf(find(cluster))).toBe('ContainerCreating unready 0')

    cluster.pass(1000)
    expect(stateOf(find(cluster))).toBe('CreateContainerConfigError unready 0')
    expect([find(cluster).status?.phase, messageOf(cluster)]).toEqual(['Pending', message])
    cluster.pass(3_600_000)
    expect(warnings(cluster)).toEqual([`Failed: Error: ${message}`])

    cluster.create(mend)
    expect(stateOf(find(cluster))).toBe('Running ready 0')
  })

  test('lacks a key of what is there', () => {
    const cluster = withPod({ env: [ofKey] })
    cluster.create(configMap({}))
    cluster.pass(1000)

    expect(messageOf(cluster)).toBe("couldn't find key a in ConfigMap default/settings")
    cluster.patch(['ConfigMap', 'settings'], { data: { a: 'b' } })
    expect(stateOf(find(cluster))).toBe('Running ready 0')
  })

  test('hears nothing of what comes a moment after it', () => {
    const cluster = withPod({ env: [ofKey] })
    cluster.create(configMap({ a: 'b' }))

    expect([stateOf(find(cluster)), warnings(cluster)]).toEqual(['Running ready 0', []])
  })

  test('does without what is optional', () => {
    const cluster = withPod({
      envFrom: [{ configMapRef: { name: 'settings', optional: true } }],
      env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'keys', key: 'a', optional: true } } }],
    })

    expect(stateOf(find(cluster))).toBe('Running ready 0')
  })

  test('is not started again without them', () => {
    const cluster = aCluster()
    cluster.create(configMap({ a: 'b' }))
    cluster.create(aBarePod('p', { image: 'busybox', command: ['sleep', '60'], env: [ofKey] }))
    cluster.remove(['ConfigMap', 'settings'])
    cluster.pass(60_000)

    expect(stateOf(find(cluster))).toBe('CreateContainerConfigError unready 0')
    cluster.create(configMap({ a: 'b' }))
    expect(stateOf(find(cluster))).toBe('Running ready 1')
  })
})

describe('a volume whose source is not there', () => {
  const mount = { volumeMounts: [{ name: 'v', mountPath: '/v' }] }
  test.for([
    {
      name: 'a ConfigMap',
      volume: { configMap: { name: 'settings' } },
      message: 'configmap "settings" not found',
      mend: configMap({}),
    },
    {
      name: 'a key of a ConfigMap',
      volume: { configMap: { name: 'settings', items: [{ key: 'x', path: 'x' }] } },
      message: 'configmap "settings" not found',
      mend: configMap({ x: 'y' }),
    },
    {
      name: 'a Secret',
      volume: { secret: { secretName: 'keys' } },
      message: 'secret "keys" not found',
      mend: secret,
    },
    {
      name: 'a Secret among others',
      volume: { projected: { sources: [{ secret: { name: 'keys' } }] } },
      message: 'secret "keys" not found',
      mend: secret,
    },
  ])('keeps its pod from having a network: $name', ({ volume, message, mend }) => {
    const cluster = withPod(mount, { volumes: [{ name: 'v', ...volume }] })
    cluster.pass(3_600_000)

    expect(stateOf(find(cluster))).toBe('ContainerCreating unready 0')
    expect(find(cluster).status).toMatchObject({ phase: 'Pending', conditions: [{ status: 'False' }, {}, {}, {}, {}] })
    expect(find(cluster).status?.podIP).toBeUndefined()
    expect(warnings(cluster)).toEqual([`FailedMount: MountVolume.SetUp failed for volume "v" : ${message}`])

    cluster.create(mend)
    expect(stateOf(find(cluster))).toBe('Running ready 0')
    expect(find(cluster).status?.podIP).toMatch(/^10\.244\./)
  })

  test('lacks a key', () => {
    const items = [{ key: 'x', path: 'x' }]
    const cluster = aCluster()
    cluster.create(configMap({ y: '' }))
    cluster.create(aBarePod('p', mount, { volumes: [{ name: 'v', configMap: { name: 'settings', items } }] }))
    cluster.pass(1000)

    expect(warnings(cluster)).toEqual([
      'FailedMount: MountVolume.SetUp failed for volume "v" : references non-existent config key: x',
    ])
  })

  test('is done without where it is optional', () => {
    const cluster = withPod(mount, { volumes: [{ name: 'v', secret: { secretName: 'keys', optional: true } }] })

    expect(stateOf(find(cluster))).toBe('Running ready 0')
  })
})
