import { expect, test } from 'vitest'
import type { Pod } from '../../src/api/generated/types.ts'
import { environmentOf } from '../../src/api/pod-environment.ts'
import { aCluster } from '../support/cluster.ts'

const service = (name: string) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: {
    clusterIP: `10.96.7.${name.length}`,
    ports: [
      { name: 'web', port: 8080 },
      { name: 'dns', port: 53, protocol: 'UDP' },
    ],
  },
})

const started = (spec: object) => {
  const cluster = aCluster()
  cluster.create(service('alpaca-prod'))
  cluster.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'all' }, data: { B: 'b', A: 'a' } })
  cluster.create({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'key' }, stringData: { token: 't1' } })
  cluster.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p' },
    spec: { containers: [{ name: 'c', image: 'nginx', ...spec }], ...(spec as { pod?: object }).pod },
  })
  cluster.pass(60_000)
  cluster.create(service('later'))
  const pod = cluster.find<Pod>('Pod', 'p')
  const [container] = pod.spec.containers
  if (!container) throw new Error('no container')
  return Object.fromEntries(environmentOf(pod, container, cluster).map(({ name, value }) => [name, value]))
}

test('the Services that existed when the container started', () => {
  const environment = started({})
  expect(environment).toMatchObject({
    ALPACA_PROD_SERVICE_HOST: '10.96.7.11',
    ALPACA_PROD_SERVICE_PORT: '8080',
    ALPACA_PROD_SERVICE_PORT_DNS: '53',
    ALPACA_PROD_PORT: 'tcp://10.96.7.11:8080',
    ALPACA_PROD_PORT_8080_TCP_ADDR: '10.96.7.11',
    ALPACA_PROD_PORT_53_UDP: 'udp://10.96.7.11:53',
    KUBERNETES_SERVICE_HOST: '10.96.0.1',
    KUBERNETES_SERVICE_PORT_HTTPS: '443',
  })
  expect(Object.keys(environment).filter(name => name.startsWith('LATER'))).toEqual([])
})

test.for([
  [{ env: [{ name: 'X', value: 'x$(ALPACA_PROD_SERVICE_PORT)$(NONE)$$(A)' }] }, { X: 'x8080$(NONE)$(A)' }],
  [{ env: [{ name: 'P', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] }, { P: 'p' }],
  [{ env: [{ name: 'T', valueFrom: { secretKeyRef: { name: 'key', key: 'token' } } }] }, { T: 't1' }],
  [{ envFrom: [{ prefix: 'Q_', configMapRef: { name: 'all' } }] }, { Q_A: 'a', Q_B: 'b' }],
  [
    {
      resources: { limits: { memory: '64Mi' } },
      env: [{ name: 'M', valueFrom: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } } }],
    },
    { M: '64' },
  ],
] as const)('%j', ([spec, expected]) => {
  expect(started(spec)).toMatchObject(expected)
})
