import { describe, expect, test } from 'vitest'
import type { Service } from '../../../src/api/generated/types.ts'
import { service } from '../../../src/api/resources/service.ts'
import { times } from '../../../src/util/range.ts'
import { tryWrite, viewOf, type Write, write } from '../../support/api-write.ts'

const dual = { settings: { secondaryServiceRange: 'fd00:96::/112' } }

const body = (spec: object, name = 'web') => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'default' },
  spec: { ports: [{ port: 80 }], ...spec },
})

const clusterOf = (...services: readonly Service[]) =>
  viewOf(...services, ...services.flatMap(found => service.companions?.(found) ?? []))

const stored = (spec: object, request: Write = {}, name = 'web'): Service => write(service, body(spec, name), request)

const change = (old: Service, spec: object, request: Write = {}): Service =>
  write(service, { ...old, spec: { ...old.spec, ...spec } }, { old, cluster: clusterOf(old), ...request })

const lastNumber = (address = ''): number => {
  const [, , third = 0, fourth = 0] = address.split('.').map(Number)
  return third * 256 + fourth
}

describe('cluster IPs', () => {
  test('come from the dynamic band, which begins after 256 addresses', () => {
    const given = times(200, seed => lastNumber(stored({}, { seed }).spec.clusterIP))
    expect(Math.min(...given)).toBeGreaterThan(256)
    expect(Math.max(...given)).toBeLessThan(65_535)
  })

  test('are exhausted one by one', () => {
    const settings = { serviceRange: '10.0.0.0/29' }
    const all: Service[] = []
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      all.push(stored({}, { settings, cluster: clusterOf(...all) }, name))
    }
    expect(new Set(all.map(({ spec }) => spec.clusterIP)).size).toBe(6)
    expect(tryWrite(service, body({}, 'g'), { settings, cluster: clusterOf(...all) })).toBe(
      'Internal error occurred: failed to allocate a serviceIP for Service "g": range is full',
    )
  })

  test.for([
    ['10.96.0.10', 'provided IP is already allocated'],
    ['10.97.0.1', 'the provided network does not match the current range'],
    ['10.96.0.0', 'the provided IP (10.96.0.0) is not in the valid range. The range of valid IPs is 10.96.0.0/16'],
    [
      '10.96.255.255',
      'the provided IP (10.96.255.255) is not in the valid range. The range of valid IPs is 10.96.0.0/16',
    ],
  ] as const)('%s cannot be had: %s', ([clusterIP, why]) => {
    const cluster = clusterOf(stored({ clusterIP: '10.96.0.10' }, {}, 'dns'))
    expect(tryWrite(service, body({ clusterIP }), { cluster })).toBe(
      `Service "web" is invalid: spec.clusterIPs: Invalid value: ["${clusterIP}"]: failed to allocate IP ${clusterIP}: ${why}`,
    )
  })

  test('a ServiceCIDR adds a range', () => {
    const extra = {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'ServiceCIDR',
      metadata: { name: 'extra' },
      spec: { cidrs: ['10.100.0.0/24'] },
    }
    expect(stored({ clusterIP: '10.100.0.5' }, { cluster: viewOf(extra) }).spec.clusterIPs).toEqual(['10.100.0.5'])
  })

  test('a Service without a name fails of its IPAddress', () => {
    expect(tryWrite(service, body({}, ''))).toMatch(
      /^Service "" is invalid: spec\.clusterIPs: Invalid value: \[""\]: failed to allocate IP: IPAddress\.networking\.k8s\.io "10\.96\.\d+\.\d+" is invalid: spec\.parentRef\.name: Required value$/,
    )
  })
})

describe('families', () => {
  test.for<{ name: string; spec: object; request?: Write; policy: string; families: string[]; count: number }>([
    { name: 'one by default', spec: {}, policy: 'SingleStack', families: ['IPv4'], count: 1 },
    { name: 'one in a dual cluster', spec: {}, request: dual, policy: 'SingleStack', families: ['IPv4'], count: 1 },
    {
      name: 'prefer two, have one',
      spec: { ipFamilyPolicy: 'PreferDualStack' },
      policy: 'PreferDualStack',
      families: ['IPv4'],
      count: 1,
    },
    {
      name: 'prefer two',
      spec: { ipFamilyPolicy: 'PreferDualStack' },
      request: dual,
      policy: 'PreferDualStack',
      families: ['IPv4', 'IPv6'],
      count: 2,
    },
    {
      name: 'the other first',
      spec: { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv6'] },
      request: dual,
      policy: 'RequireDualStack',
      families: ['IPv6', 'IPv4'],
      count: 2,
    },
    {
      name: 'of an address',
      spec: { clusterIP: 'fd00:96::9' },
      request: dual,
      policy: 'SingleStack',
      families: ['IPv6'],
      count: 1,
    },
    {
      name: 'headless without selector',
      spec: { clusterIP: 'None' },
      policy: 'RequireDualStack',
      families: ['IPv4', 'IPv6'],
      count: 1,
    },
    {
      name: 'headless',
      spec: { clusterIP: 'None', selector: { app: 'web' } },
      policy: 'SingleStack',
      families: ['IPv4'],
      count: 1,
    },
  ])('$name', ({ spec, request, policy, families, count }) => {
    const { ipFamilyPolicy, ipFamilies, clusterIPs } = stored(spec, request).spec
    expect({ ipFamilyPolicy, ipFamilies, count: clusterIPs?.length }).toEqual({
      ipFamilyPolicy: policy,
      ipFamilies: families,
      count,
    })
  })

  test('a second address is added and given back', () => {
    const one = stored({}, dual)
    const two = change(one, { ipFamilyPolicy: 'RequireDualStack' }, dual)
    expect(two.spec.ipFamilies).toEqual(['IPv4', 'IPv6'])
    expect(two.spec.clusterIPs?.[0]).toBe(one.spec.clusterIP)
    expect(two.spec.clusterIPs?.[1]).toMatch(/^fd00:96::/)
    const back = change(two, { ipFamilyPolicy: 'SingleStack' }, dual)
    expect(back.spec).toEqual(one.spec)
  })

  test('one of two is given back only with the policy', () => {
    const two = stored({ ipFamilyPolicy: 'RequireDualStack' }, dual)
    const spec = { ...two.spec, clusterIPs: two.spec.clusterIPs?.slice(0, 1) }
    expect(tryWrite(service, { ...two, spec }, { old: two, cluster: clusterOf(two), ...dual })).toBe(
      `Service "web" is invalid: spec.ipFamilyPolicy: Invalid value: "RequireDualStack": must be 'SingleStack' to release the secondary cluster IP`,
    )
  })
})

describe('node ports', () => {
  const nodePorts = ({ spec }: Service) => spec.ports?.map(({ nodePort }) => nodePort)

  test('come from the dynamic band', () => {
    const given = times(200, seed => nodePorts(stored({ type: 'NodePort' }, { seed }))?.[0] ?? 0)
    expect(Math.min(...given)).toBeGreaterThanOrEqual(30_086)
    expect(Math.max(...given)).toBeLessThanOrEqual(32_767)
  })

  test('are shared by the protocols of one port', () => {
    const ports = [
      { name: 'tcp', port: 53, protocol: 'TCP' },
      { name: 'udp', port: 53, protocol: 'UDP', nodePort: 30053 },
    ]
    expect(nodePorts(stored({ type: 'NodePort', ports }))).toEqual([30053, 30053])
  })

  test('are not shared by Services', () => {
    const cluster = clusterOf(stored({ type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] }, {}, 'other'))
    const ports = [{ port: 80, protocol: 'UDP', nodePort: 30080 }]
    expect(tryWrite(service, body({ type: 'NodePort', ports }), { cluster })).toBe(
      'Service "web" is invalid: spec.ports[0].nodePort: Invalid value: 30080: provided port is already allocated',
    )
  })

  test('a load balancer may do without', () => {
    const spec = { type: 'LoadBalancer', allocateLoadBalancerNodePorts: false }
    expect(nodePorts(stored(spec))).toEqual([undefined])
  })

  test('are kept by name when a manifest leaves them out', () => {
    const old = stored({
      type: 'NodePort',
      ports: [
        { name: 'a', port: 80 },
        { name: 'b', port: 81 },
      ],
    })
    const [first, second] = nodePorts(old) ?? []
    const ports = [
      { name: 'b', port: 82 },
      { name: 'a', port: 80 },
    ]
    expect(nodePorts(change(old, { ports }))).toEqual([second, first])
  })

  test('a health check port is given, and taken only once', () => {
    const local = { type: 'LoadBalancer', externalTrafficPolicy: 'Local' }
    const first = stored({ ...local, healthCheckNodePort: 32123 }, {}, 'first')
    expect(stored(local).spec.healthCheckNodePort).toBeGreaterThanOrEqual(30_086)
    expect(tryWrite(service, body({ ...local, healthCheckNodePort: 32123 }), { cluster: clusterOf(first) })).toBe(
      'Internal error occurred: failed to allocate requested HealthCheck NodePort 32123: provided port is already allocated',
    )
  })
})

describe('a change of type', () => {
  const address = '10.96.77.10'
  const clusterIp = {
    ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }],
    clusterIP: address,
    clusterIPs: [address],
  }
  const usual = {
    ...clusterIp,
    ipFamilies: ['IPv4'],
    ipFamilyPolicy: 'SingleStack',
    internalTrafficPolicy: 'Cluster',
    sessionAffinity: 'None',
  }
  const ported = { ...usual, ports: [{ port: 80, protocol: 'TCP', targetPort: 80, nodePort: 30100 }] }
  const ports = [{ port: 80, nodePort: 30100 }]
  const external = { externalTrafficPolicy: 'Cluster' }

  test.for<{ name: string; from: object; to: object; spec: object }>([
    {
      name: 'NodePort to ClusterIP drops the node ports',
      from: { type: 'NodePort', ports },
      to: { type: 'ClusterIP' },
      spec: { ...usual, type: 'ClusterIP' },
    },
    {
      name: 'NodePort to LoadBalancer keeps them',
      from: { type: 'NodePort', ports },
      to: { type: 'LoadBalancer' },
      spec: { ...ported, ...external, type: 'LoadBalancer', allocateLoadBalancerNodePorts: true },
    },
    {
      name: 'LoadBalancer to NodePort drops what only load balancers have',
      from: { type: 'LoadBalancer', ports, loadBalancerClass: 'a/b', externalTrafficPolicy: 'Local' },
      to: { type: 'NodePort', externalTrafficPolicy: 'Cluster' },
      spec: { ...ported, ...external, type: 'NodePort' },
    },
    {
      name: 'ClusterIP to ExternalName releases the address',
      from: { selector: { app: 'web' } },
      to: { type: 'ExternalName', externalName: 'a.b' },
      spec: {
        type: 'ExternalName',
        externalName: 'a.b',
        ports: usual.ports,
        selector: { app: 'web' },
        sessionAffinity: 'None',
      },
    },
    {
      name: 'a headless Service stays headless',
      from: { clusterIP: 'None', selector: { app: 'web' } },
      to: { clusterIP: '', clusterIPs: [] },
      spec: { ...usual, clusterIP: 'None', clusterIPs: ['None'], selector: { app: 'web' }, type: 'ClusterIP' },
    },
  ])('$name', ({ from, to, spec }) => {
    const old = stored({ clusterIP: address, ...from })
    expect(change(old, to).spec).toEqual(spec)
  })

  test('ExternalName to ClusterIP gets an address', () => {
    const old = stored({ type: 'ExternalName', externalName: 'a.b' })
    expect(change(old, { type: 'ClusterIP' }).spec.clusterIP).toMatch(/^10\.96\./)
    expect(change(old, { type: 'ClusterIP', clusterIP: 'None' }).spec.clusterIPs).toEqual(['None'])
  })
})
