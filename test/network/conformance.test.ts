import { describe, expect, test } from 'vitest'
import { get } from '../support/get.ts'
import { addresses, aNetworkLab, type NetworkLab, nodes } from '../support/network-lab.ts'

const app = { app: 'web' }
const web = (spec: object = {}) => ({ selector: app, ports: [{ port: 80 }], ...spec })

/** A client on the first worker, and a server on each worker. */
const aLab = (...servers: readonly (keyof typeof nodes)[]): NetworkLab => {
  const lab = aNetworkLab()
  lab.pod('client', { node: nodes.one })
  for (const node of servers) lab.pod(`on-${node}`, { node: nodes[node], labels: app })
  return lab
}

const slow = { finalizers: ['example.com/hold'] }

describe('Services, as the conformance tests of Kubernetes claim', () => {
  test('should serve a basic endpoint from pods', () => {
    const lab = aLab('one', 'two')
    lab.service('web', web())
    expect(lab.spread('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-one on-two')
    lab.remove(['Pod', 'on-one'], { gracePeriodSeconds: 0 })
    expect(lab.spread('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-two')
  })

  test('should serve multiport endpoints from pods', () => {
    const lab = aLab()
    lab.pod('both', { labels: app, ports: [{ containerPort: 100 }, { containerPort: 101 }] })
    const ports = [
      { name: 'portname1', port: 80, targetPort: 100 },
      { name: 'portname2', port: 81, targetPort: 101 },
      { name: 'closed', port: 82, targetPort: 102 },
    ]
    lab.service('web', web({ ports }))
    const at = (port: number): unknown => lab.route('pod/client', `${lab.clusterIP('web')}:${port}`).outcome
    expect(at(80)).toMatchObject({ outcome: 'delivered', port: 100 })
    expect(at(81)).toMatchObject({ outcome: 'delivered', port: 101 })
    expect(at(82)).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('port 102') })
    expect(at(83)).toMatchObject({ outcome: 'timeout', reason: expect.stringContaining('no TCP port 83') })
  })

  test('should be able to up and down services', () => {
    const lab = aLab('two')
    lab.service('up', web())
    const address = `${lab.clusterIP('up')}:80`
    expect(lab.reach('pod/client', address)).toBe('on-two')
    lab.remove(['Service', 'up'])
    expect(lab.reach('pod/client', address)).toBe('timeout')
    lab.service('again', web())
    expect(lab.reach('pod/client', `${lab.clusterIP('again')}:80`)).toBe('on-two')
  })

  test('should work after the service has been recreated', () => {
    const lab = aLab('one', 'two')
    for (const name of ['first', 'second']) {
      lab.service('web', web())
      expect([name, lab.spread('pod/client', `${lab.clusterIP('web')}:80`)]).toEqual([name, 'on-one on-two'])
      lab.remove(['Service', 'web'])
    }
  })

  test('should be able to create a functioning NodePort service', () => {
    const lab = aLab('one', 'two')
    lab.service('web', web({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }))
    for (const node of Object.values(addresses)) {
      for (const from of ['laptop', 'pod/client', `node/${nodes.three}`]) {
        expect(lab.spread(from, `${node}:30080`)).toBe('on-one on-two')
      }
    }
    expect(lab.reach('laptop', `${addresses.one}:30081`)).toBe('refused')
    expect(lab.reach('laptop', `${lab.clusterIP('web')}:80`)).toBe('timeout')
    expect(lab.reach('laptop', `${lab.podIP('on-one')}:80`)).toBe('timeout')
  })

  test('should be able to change the type from NodePort to ExternalName and from ExternalName to ClusterIP', () => {
    const lab = aLab('two')
    lab.service('web', web({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }))
    const before = lab.clusterIP('web')
    lab.patch(['Service', 'web'], { spec: { type: 'ExternalName', externalName: 'example.com' } })
    expect(lab.reach('pod/client', `${before}:80`)).toBe('timeout')
    expect(lab.reach('laptop', `${addresses.one}:30080`)).toBe('refused')
    lab.patch(['Service', 'web'], { spec: { type: 'ClusterIP', externalName: null } })
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-two')
  })

  test.for([
    {
      of: 'service with type clusterIP',
      spec: {},
      from: 'pod/client',
      at: (lab: NetworkLab) => `${lab.clusterIP('web')}:80`,
    },
    {
      of: 'NodePort service',
      spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] },
      from: 'laptop',
      at: () => `${addresses.one}:30080`,
    },
  ])('should have session affinity work for $of', ({ spec, from, at }) => {
    const lab = aLab('one', 'two', 'three')
    lab.service('web', web({ sessionAffinity: 'ClientIP', ...spec }))
    expect(lab.spread(from, at(lab)).split(' ')).toHaveLength(1)
  })

  test('should have session affinity timeout work for service with type clusterIP', () => {
    const lab = aLab('one', 'two', 'three')
    const sessionAffinityConfig = { clientIP: { timeoutSeconds: 10 } }
    lab.service('web', web({ sessionAffinity: 'ClientIP', sessionAffinityConfig }))
    const ask = (): string => lab.reach('pod/client', `${lab.clusterIP('web')}:80`)
    const pausing = (milliseconds: number): string[] =>
      Array.from({ length: 30 }, () => {
        lab.pass(milliseconds)
        return ask()
      })
    expect(new Set([ask(), ...pausing(9000)]).size).toBe(1)
    expect(new Set(pausing(11_000)).size).toBe(3)
  })

  test('should be able to switch session affinity for service with type clusterIP', () => {
    const lab = aLab('one', 'two', 'three')
    lab.service('web', web())
    const spread = (): string[] => lab.spread('pod/client', `${lab.clusterIP('web')}:80`).split(' ')
    expect(spread()).toHaveLength(3)
    lab.patch(['Service', 'web'], { spec: { sessionAffinity: 'ClientIP' } })
    expect(spread()).toHaveLength(1)
    lab.patch(['Service', 'web'], { spec: { sessionAffinity: 'None' } })
    expect(spread()).toHaveLength(3)
  })

  test('should be rejected when no endpoints exist', () => {
    const lab = aLab()
    lab.service('web', web({ type: 'LoadBalancer', ports: [{ port: 80, nodePort: 30080 }] }))
    for (const [from, to] of [
      ['pod/client', `${lab.clusterIP('web')}:80`],
      [`node/${nodes.two}`, `${lab.clusterIP('web')}:80`],
      ['laptop', `${addresses.two}:30080`],
      ['laptop', '203.0.113.1:80'],
    ] as const) {
      expect(lab.route(from, to).outcome).toEqual({ outcome: 'refused', reason: 'default/web has no endpoints' })
    }
  })

  test('should serve endpoints on same port and different protocols', () => {
    const lab = aLab()
    lab.pod('both', { labels: app, ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }] })
    lab.pod('sctp', { labels: { app: 'sctp' }, ports: [{ containerPort: 80, protocol: 'SCTP' }] })
    const ports = ['TCP', 'UDP'].map(protocol => ({ name: protocol.toLowerCase(), port: 80, protocol }))
    lab.service('web', web({ ports }))
    lab.service('sctp', { selector: { app: 'sctp' }, ports: [{ port: 80, protocol: 'SCTP' }] })
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80/TCP`)).toBe('both')
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80/UDP`)).toBe('both')
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80/SCTP`)).toBe('timeout')
    expect(lab.reach('pod/client', `${lab.clusterIP('sctp')}:80/SCTP`)).toBe('sctp')
  })

  test('should create endpoints for unready pods', () => {
    const lab = aLab()
    const readinessProbe = { httpGet: { path: '/', port: 81 } }
    lab.pod('unready', { labels: app, container: { readinessProbe } })
    lab.service('strict', web())
    lab.service('tolerant', web({ publishNotReadyAddresses: true }))
    expect(lab.reach('pod/client', `${lab.clusterIP('strict')}:80`)).toBe('refused')
    expect(lab.reach('pod/client', `${lab.clusterIP('tolerant')}:80`)).toBe('unready')
  })

  test('should implement service.kubernetes.io/service-proxy-name', () => {
    const lab = aLab('two')
    lab.service('web', web(), { labels: { 'service.kubernetes.io/service-proxy-name': 'other' } })
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80`)).toBe('timeout')
  })

  test('should implement service.kubernetes.io/headless', () => {
    const lab = aLab('two')
    lab.service('web', web(), { labels: { 'service.kubernetes.io/headless': '' } })
    lab.service('toggled', web())
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80`)).toBe('timeout')
    expect(lab.reach('pod/client', `${lab.clusterIP('toggled')}:80`)).toBe('on-two')
    lab.patch(['Service', 'toggled'], { metadata: { labels: { 'service.kubernetes.io/headless': '' } } })
    expect(lab.reach('pod/client', `${lab.clusterIP('toggled')}:80`)).toBe('timeout')
    lab.patch(['Service', 'toggled'], { metadata: { labels: { 'service.kubernetes.io/headless': null } } })
    expect(lab.reach('pod/client', `${lab.clusterIP('toggled')}:80`)).toBe('on-two')
  })

  test('should respect internalTrafficPolicy=Local Pod to Pod', () => {
    const lab = aLab('one', 'two')
    lab.pod('far', { node: nodes.three })
    lab.service('web', web({ internalTrafficPolicy: 'Local' }))
    expect(lab.spread('pod/client', `${lab.clusterIP('web')}:80`)).toBe('on-one')
    expect(lab.route('pod/far', `${lab.clusterIP('web')}:80`).outcome).toEqual({
      outcome: 'timeout',
      reason: 'default/web has no local endpoints',
    })
  })

  test('should respect internalTrafficPolicy=Local Pod (hostNetwork: true) to Pod', () => {
    const lab = aLab('one', 'two')
    lab.pod('host-one', { node: nodes.one, ports: [], spec: { hostNetwork: true } })
    lab.pod('host-three', { node: nodes.three, ports: [], spec: { hostNetwork: true } })
    lab.service('web', web({ internalTrafficPolicy: 'Local' }))
    expect(lab.spread('pod/host-one', `${lab.clusterIP('web')}:80`)).toBe('on-one')
    expect(lab.reach('pod/host-three', `${lab.clusterIP('web')}:80`)).toBe('timeout')
  })

  test('should respect internalTrafficPolicy=Local Pod and Node, to Pod (hostNetwork: true)', () => {
    const lab = aLab()
    lab.pod('server', { node: nodes.two, labels: app, ports: [{ containerPort: 8080 }], spec: { hostNetwork: true } })
    lab.pod('near', { node: nodes.two })
    lab.service('web', web({ internalTrafficPolicy: 'Local', ports: [{ port: 80, targetPort: 8080 }] }))
    const address = `${lab.clusterIP('web')}:80`
    expect(lab.reach('pod/near', address)).toBe('server')
    expect(lab.reach(`node/${nodes.two}`, address)).toBe('server')
    expect(lab.reach('pod/client', address)).toBe('timeout')
    expect(lab.reach(`node/${nodes.one}`, address)).toBe('timeout')
  })

  test('should fallback to terminating endpoints when there are no ready endpoints with internalTrafficPolicy=Cluster', () => {
    const lab = aLab()
    lab.pod('leaving', { node: nodes.two, labels: app, ...slow })
    lab.service('web', web())
    lab.remove(['Pod', 'leaving'])
    expect(lab.reach('pod/client', `${lab.clusterIP('web')}:80`)).toBe('leaving')
    lab.pod('fresh', { node: nodes.three, labels: app })
    expect(lab.spread('pod/client', `${lab.clusterIP('web')}:80`)).toBe('fresh')
  })

  test('should fallback to local terminating endpoints when there are no ready endpoints with internalTrafficPolicy=Local', () => {
    const lab = aLab('two')
    lab.pod('leaving', { node: nodes.one, labels: app, ...slow })
    lab.service('web', web({ internalTrafficPolicy: 'Local' }))
    lab.remove(['Pod', 'leaving'])
    expect(lab.spread('pod/client', `${lab.clusterIP('web')}:80`)).toBe('leaving')
    expect(lab.reach(`node/${nodes.three}`, `${lab.clusterIP('web')}:80`)).toBe('timeout')
  })

  test('should fallback to terminating endpoints when there are no ready endpoints with externalTrafficPolicy=Cluster', () => {
    const lab = aLab()
    lab.pod('leaving', { node: nodes.two, labels: app, ...slow })
    lab.service('web', web({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }))
    lab.remove(['Pod', 'leaving'])
    expect(lab.reach('laptop', `${addresses.one}:30080`)).toBe('leaving')
  })

  test('should fallback to local terminating endpoints when there are no ready endpoints with externalTrafficPolicy=Local', () => {
    const lab = aLab('three')
    lab.pod('leaving', { node: nodes.two, labels: app, ...slow })
    const ports = [{ port: 80, nodePort: 30080 }]
    lab.service('web', web({ type: 'NodePort', externalTrafficPolicy: 'Local', ports }))
    lab.remove(['Pod', 'leaving'])
    expect(lab.spread('laptop', `${addresses.two}:30080`)).toBe('leaving')
    expect(lab.reach('laptop', `${addresses.one}:30080`)).toBe('timeout')
    expect(lab.spread('laptop', `${addresses.three}:30080`)).toBe('on-three')
  })

  test('should only target nodes with endpoints', async () => {
    const lab = aLab('two')
    lab.service('web', web({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 32000 }))
    const health = (node: string): Promise<string> => get(lab, 'laptop', `${node}:32000/healthz`)
    expect(await health(addresses.two)).toMatch(/^200 .*"localEndpoints": 1/s)
    expect(await health(addresses.one)).toMatch(/^503 .*"localEndpoints": 0/s)
    expect(lab.spread('laptop', '203.0.113.1:80')).toBe('on-two')
    lab.remove(['Pod', 'on-two'], { gracePeriodSeconds: 0 })
    expect(lab.spread('laptop', '203.0.113.1:80')).toMatch(/refused|timeout/)
  })

  test('should preserve source pod IP for traffic thru service cluster IP', () => {
    const lab = aLab('one', 'two')
    lab.service('web', web())
    expect(lab.source('pod/client', `${lab.clusterIP('web')}:80`)).toBe(lab.podIP('client'))
  })

  test('should handle updates to ExternalTrafficPolicy field', () => {
    const lab = aLab('two')
    lab.service('web', web({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' }))
    expect(lab.source('laptop', '203.0.113.1:80')).toBe('192.168.0.100')
    lab.patch(['Service', 'web'], { spec: { externalTrafficPolicy: 'Cluster' } })
    expect(lab.source('laptop', '203.0.113.1:80')).not.toBe('192.168.0.100')
  })

  test('should only allow access from service loadbalancer source ranges', () => {
    const lab = aLab('two')
    lab.service('web', web({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8'] }))
    expect(lab.reach('laptop', '203.0.113.1:80')).toBe('timeout')
    expect(lab.reach('pod/client', '203.0.113.1:80')).toBe('on-two')
    lab.patch(['Service', 'web'], { spec: { loadBalancerSourceRanges: ['192.168.0.0/24'] } })
    expect(lab.reach('laptop', '203.0.113.1:80')).toBe('on-two')
    expect(lab.reach('pod/client', '203.0.113.1:80')).toBe('timeout')
  })

  test('should be possible to connect to a service via ExternalIP when the external IP is not assigned to a node', () => {
    const lab = aLab('two')
    lab.service('web', web({ externalIPs: ['198.51.100.7'] }))
    for (const from of ['pod/client', `node/${nodes.three}`, 'laptop']) {
      expect(lab.reach(from, '198.51.100.7:80')).toBe('on-two')
    }
  })

  test('should allow pods to hairpin back to themselves through services', () => {
    const lab = aLab('one')
    lab.service('web', web())
    expect(lab.reach('pod/on-one', `${lab.clusterIP('web')}:80`)).toBe('on-one')
    expect(lab.source('pod/on-one', `${lab.clusterIP('web')}:80`)).toBe('10.244.1.1')
  })

  test('should route traffic to an endpoint in the same zone when using PreferSameZone', () => {
    const lab = aLab('one', 'two', 'three')
    const zones = { [nodes.one]: 'a', [nodes.two]: 'b', [nodes.three]: 'b' }
    for (const [name, zone] of Object.entries(zones)) {
      lab.patch(['Node', name], { metadata: { labels: { 'topology.kubernetes.io/zone': zone } } })
    }
    const endpoint = (node: keyof typeof nodes) => ({
      addresses: [lab.podIP(`on-${node}`)],
      nodeName: nodes[node],
      hints: { forZones: [{ name: zones[nodes[node] as keyof typeof zones] }] },
    })
    lab.service('web', { ports: [{ port: 80 }] })
    lab.create({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'web-1', labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      ports: [{ name: '', port: 80 }],
      endpoints: [endpoint('one'), endpoint('two'), endpoint('three')],
    })
    const at = `${lab.clusterIP('web')}:80`
    expect(lab.spread('pod/client', at)).toBe('on-one')
    expect(lab.spread(`node/${nodes.two}`, at)).toBe('on-three on-two')
    // No endpoint is for the control plane's zone, so the hints do not count there.
    expect(lab.spread(`node/${nodes.master}`, at)).toBe('on-one on-three on-two')
  })

  test('validates that there is no conflict between pods with same hostPort but different hostIP and protocol', () => {
    const lab = aLab()
    const port = { containerPort: 8080, hostPort: 54323 }
    lab.pod('tcp', { node: nodes.two, ports: [{ ...port, hostIP: '127.0.0.1' }] })
    lab.pod('node-ip', { node: nodes.two, ports: [{ ...port, hostIP: addresses.two }] })
    lab.pod('udp', { node: nodes.two, ports: [{ ...port, hostIP: addresses.two, protocol: 'UDP' }] })
    expect(lab.reach('laptop', `${addresses.two}:54323`)).toBe('node-ip')
    expect(lab.reach('laptop', `${addresses.two}:54323/UDP`)).toBe('udp')
    expect(lab.reach('laptop', `${addresses.one}:54323`)).toBe('refused')
    expect(lab.reach(`node/${nodes.two}`, '127.0.0.1:54323')).toBe('tcp')
  })
})
