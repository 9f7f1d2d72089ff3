import { describe, expect, test } from 'vitest'
import type { Endpoints, Service } from '../../src/api/generated/types.ts'
import { get } from '../support/get.ts'
import { addresses, aNetworkLab, type NetworkLab, nodes } from '../support/network-lab.ts'

const app = { app: 'web' }
const web = (spec: object = {}) => ({ selector: app, ports: [{ port: 80 }], ...spec })
const nodePort = { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }
const external = { type: 'ExternalName', externalName: 'example.com' }

const aLab = (...servers: readonly (keyof typeof nodes)[]): NetworkLab => {
  const lab = aNetworkLab()
  lab.pod('client', { node: nodes.one })
  for (const node of servers) lab.pod(`on-${node}`, { node: nodes[node], labels: app })
  return lab
}

const specOf = (lab: NetworkLab): Service['spec'] => lab.find<Service>('Service', 'web').spec

describe('the type of a Service, as the conformance tests of Kubernetes change it', () => {
  test('should be able to change the type from ExternalName to ClusterIP', () => {
    const lab = aLab('one')
    lab.service('web', external)
    lab.patch(['Service', 'web'], { spec: { type: 'ClusterIP', externalName: null, ...web() } })
    expect(specOf(lab)).toMatchObject({ type: 'ClusterIP', clusterIP: expect.stringMatching(/^10\.96\./) })
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-one')
  })

  test('should be able to change the type from ExternalName to NodePort', () => {
    const lab = aLab('one')
    lab.service('web', external)
    lab.patch(['Service', 'web'], { spec: { externalName: null, ...web(nodePort) } })
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-one')
    expect(lab.reach('laptop', `${addresses.three}:30080`)).toBe('on-one')
  })

  test.for([
    { from: 'ClusterIP', spec: {} },
    { from: 'NodePort', spec: nodePort },
  ])('should be able to change the type from $from to ExternalName', ({ spec }) => {
    const lab = aLab('one')
    lab.service('web', web(spec))
    const before = lab.clusterIP('web')
    lab.patch(['Service', 'web'], { spec: external })
    expect(specOf(lab)).toMatchObject(external)
    expect(specOf(lab).clusterIP ?? '').toBe('')
    expect(lab.reach('pod/client', `${before}:80`)).toBe('timeout')
    expect(lab.reach('laptop', `${addresses.three}:30080`)).toBe('refused')
  })
})

describe('session affinity, as the conformance tests of Kubernetes claim', () => {
  const at = (): string => `${addresses.one}:30080`
  const clientIP = (spec: object) => web({ sessionAffinity: 'ClientIP', ...spec })

  test('should have session affinity timeout work for NodePort service', () => {
    const lab = aLab('one', 'two', 'three')
    const sessionAffinityConfig = { clientIP: { timeoutSeconds: 10 } }
    lab.service('web', clientIP({ ...nodePort, sessionAffinityConfig }))
    const pausing = (milliseconds: number): string[] =>
      Array.from({ length: 30 }, () => {
        lab.pass(milliseconds)
        return lab.reach('laptop', at())
      })
    expect(new Set(pausing(9000)).size).toBe(1)
    expect(new Set(pausing(11_000)).size).toBe(3)
  })

  test('should be able to switch session affinity for NodePort service', () => {
    const lab = aLab('one', 'two', 'three')
    lab.service('web', web(nodePort))
    const spread = (): string[] => lab.spread('laptop', at()).split(' ')
    expect(spread()).toHaveLength(3)
    lab.patch(['Service', 'web'], { spec: { sessionAffinity: 'ClientIP' } })
    expect(spread()).toHaveLength(1)
    lab.patch(['Service', 'web'], { spec: { sessionAffinity: 'None' } })
    expect(spread()).toHaveLength(3)
  })

  test('each client has its own endpoint, and goes to another one when it is gone', () => {
    const lab = aLab('one', 'two', 'three')
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) lab.pod(name, { node: nodes.one })
    lab.service('web', clientIP({}))
    const to = `${lab.clusterIP('web')}:80`
    const pinned = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => lab.spread(`pod/${name}`, to))
    expect(pinned.every(names => !names.includes(' '))).toBe(true)
    expect(new Set(pinned).size).toBeGreaterThan(1)
    lab.remove(['Pod', pinned[0] ?? ''], { gracePeriodSeconds: 0 })
    expect(lab.spread('pod/a', to)).not.toContain(' ')
    expect(lab.spread('pod/a', to)).not.toBe(pinned[0])
  })
})

describe('endpoints, as the conformance tests of Kubernetes claim', () => {
  test('should be rejected for evicted pods (no endpoints exist)', () => {
    const lab = aLab('one')
    lab.service('web', web(nodePort))
    const status = { phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.' }
    lab.patch(['Pod', 'on-one'], { status }, 'status')
    lab.pass(1000)
    for (const [from, to] of [
      ['pod/client', `${lab.clusterIP('web')}:80`],
      ['laptop', `${addresses.two}:30080`],
    ] as const) {
      expect(lab.route(from, to).outcome).toEqual({ outcome: 'refused', reason: 'default/web has no endpoints' })
    }
  })

  test('should function for multiple endpoint-Services with same selector', () => {
    const lab = aLab('one', 'two')
    lab.service('web', web())
    lab.service('again', web({ ports: [{ port: 8080, targetPort: 80 }] }))
    expect(lab.spread('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-one on-two')
    expect(lab.spread('pod/client', `${lab.clusterIP('again')}:8080`)).toBe('on-one on-two')
    lab.remove(['Service', 'again'])
    expect(lab.spread('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-one on-two')
  })

  test('should update nodePort: http', () => {
    const lab = aLab('one')
    lab.service('web', web(nodePort))
    lab.patch(['Service', 'web'], { spec: { ports: [{ port: 80, nodePort: 30081 }] } })
    expect(lab.reach('laptop', `${addresses.two}:30080`)).toBe('refused')
    expect(lab.reach('laptop', `${addresses.two}:30081`)).toBe('on-one')
  })

  test('should function for service endpoints using hostNetwork', () => {
    const lab = aLab()
    lab.pod('host', { node: nodes.two, labels: app, ports: [{ containerPort: 8080 }], spec: { hostNetwork: true } })
    lab.service('web', web({ ...nodePort, ports: [{ port: 80, targetPort: 8080, nodePort: 30080 }] }))
    for (const from of ['pod/client', `node/${nodes.three}`]) {
      expect(lab.reach(from, `${lab.clusterIP('web')}:80`)).toBe('host')
    }
    expect(lab.reach('laptop', `${addresses.one}:30080`)).toBe('host')
  })

  test('should create endpoints for unready pods, and keep them for terminating ones', () => {
    const lab = aLab()
    const readinessProbe = { httpGet: { path: '/', port: 81 } }
    lab.pod('unready', { labels: app, container: { readinessProbe }, finalizers: ['example.com/hold'] })
    lab.service('web', web({ publishNotReadyAddresses: true }))
    const to = `${lab.clusterIP('web')}:80`
    expect(lab.reach('pod/client', to)).toBe('unready')
    lab.remove(['Pod', 'unready'])
    expect(lab.reach('pod/client', to)).toBe('unready')
    lab.patch(['Service', 'web'], { spec: { publishNotReadyAddresses: null } })
    expect(lab.reach('pod/client', to)).toBe('refused')
  })

  test('a pod that becomes ready is an endpoint, and none when it is no more', () => {
    const lab = aLab()
    lab.pod('late', {
      labels: app,
      container: { readinessProbe: { httpGet: { path: '/', port: 80 }, initialDelaySeconds: 20 } },
    })
    lab.service('web', web())
    const ready = (): number =>
      lab.find<Endpoints>('Endpoints', 'web').subsets?.flatMap(({ addresses = [] }) => addresses).length ?? 0
    expect([ready(), lab.reach('pod/client', `${lab.clusterIP('web')}:80`)]).toEqual([0, 'refused'])
    lab.pass(20_000)
    expect([ready(), lab.reach('pod/client', `${lab.clusterIP('web')}:80`)]).toEqual([1, 'late'])
  })
})

describe('externalTrafficPolicy Local, as the conformance tests of Kubernetes claim', () => {
  const local = { externalTrafficPolicy: 'Local' }

  test('should work for type=NodePort', () => {
    const lab = aLab('two')
    lab.service('web', web({ ...nodePort, ...local }))
    expect(lab.spread('laptop', `${addresses.two}:30080`)).toBe('on-two')
    expect(lab.source('laptop', `${addresses.two}:30080`)).toBe('192.168.0.100')
    for (const node of [addresses.one, addresses.three, addresses.master]) {
      expect(lab.route('laptop', `${node}:30080`).outcome).toEqual({
        outcome: 'timeout',
        reason: 'default/web has no local endpoints',
      })
    }
  })

  test('should work for type=LoadBalancer', () => {
    const lab = aLab('two')
    lab.service('web', web({ type: 'LoadBalancer', ...local }))
    expect(specOf(lab).healthCheckNodePort).toBeGreaterThanOrEqual(30_000)
    expect(lab.source('laptop', '203.0.113.1:80')).toBe('192.168.0.100')
  })

  test('should work from pods', () => {
    const lab = aLab('two')
    lab.service('web', web({ type: 'LoadBalancer', ...local }))
    // What comes from within goes anywhere, as if it had come back through the balancer.
    expect(lab.spread('pod/client', '203.0.113.1:80')).toBe('on-two')
    expect(lab.source('pod/client', '203.0.113.1:80')).toBe(lab.podIP('client'))
  })

  test('should fail health check node port if there are only terminating endpoints', async () => {
    const lab = aLab()
    lab.pod('leaving', { node: nodes.two, labels: app, finalizers: ['example.com/hold'] })
    lab.service('web', web({ type: 'LoadBalancer', healthCheckNodePort: 32000, ...local }))
    const health = (): Promise<string> => get(lab, 'laptop', `${addresses.two}:32000/healthz`)
    expect(await health()).toMatch(/^200 .*"localEndpoints": 1/s)
    lab.remove(['Pod', 'leaving'])
    expect(await health()).toMatch(/^503 .*"localEndpoints": 0/s)
  })
})

describe('trafficDistribution, as the tests of Kubernetes claim', () => {
  const zoned = (): NetworkLab => {
    const lab = aLab('one', 'two', 'three')
    const zones = { [nodes.one]: 'a', [nodes.two]: 'b', [nodes.three]: 'c' }
    for (const [name, zone] of Object.entries(zones)) {
      lab.patch(['Node', name], { metadata: { labels: { 'topology.kubernetes.io/zone': zone } } })
    }
    return lab
  }

  test.for(['PreferClose', 'PreferSameZone', 'PreferSameNode'])(
    'should keep traffic close when using %s',
    distribution => {
      const lab = zoned()
      lab.service('web', web({ trafficDistribution: distribution }))
      const to = `${lab.clusterIP('web')}:80`
      expect(lab.spread('pod/client', to)).toBe('on-one')
      expect(lab.spread(`node/${nodes.two}`, to)).toBe('on-two')
      lab.patch(['Service', 'web'], { spec: { trafficDistribution: null } })
      expect(lab.spread('pod/client', to)).toBe('on-one on-three on-two')
    },
  )

  test('goes elsewhere where there is nothing near', () => {
    const lab = zoned()
    lab.service('web', web({ trafficDistribution: 'PreferSameZone' }))
    lab.remove(['Pod', 'on-one'], { gracePeriodSeconds: 0 })
    expect(lab.spread('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-three on-two')
  })
})
