import { describe, expect, test } from 'vitest'
import type { Service } from '../../../src/api/generated/types.ts'
import { service } from '../../../src/api/resources/service.ts'
import { tryWrite, viewOf, write } from '../../support/api-write.ts'

const label =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
const onlyLb = "may only be used when `type` is 'LoadBalancer'"
const local = { externalTrafficPolicy: 'Local' }

const body = (spec: object, name = 'web') => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'default' },
  spec: { ports: [{ port: 80 }], ...spec },
})

const stored = (spec: object, cluster = viewOf()): Service => write(service, body(spec), { cluster })

describe('a new Service is refused', () => {
  test.for<{ spec: object; faults: readonly string[] }>([
    { spec: { ports: [] }, faults: ['spec.ports: Required value'] },
    {
      spec: { ports: [{ port: 80 }, { port: 81, name: 'A_b' }] },
      faults: ['spec.ports[0].name: Required value', `spec.ports[1].name: Invalid value: "A_b": ${label}`],
    },
    {
      spec: {
        ports: [
          { port: 80, name: 'a' },
          { port: 81, name: 'a' },
        ],
      },
      faults: ['spec.ports[1].name: Duplicate value: "a"'],
    },
    {
      spec: { ports: [{ port: 0 }] },
      faults: [
        'spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive',
        'spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive',
      ],
    },
    {
      spec: { ports: [{ port: 80, targetPort: '8080' }] },
      faults: ['spec.ports[0].targetPort: Invalid value: "8080": must contain at least one letter (a-z)'],
    },
    {
      spec: { ports: [{ port: 80, protocol: 'ICMP' }] },
      faults: ['spec.ports[0].protocol: Unsupported value: "ICMP": supported values: "SCTP", "TCP", "UDP"'],
    },
    {
      spec: {
        ports: [
          { port: 80, name: 'a' },
          { port: 80, name: 'b' },
        ],
      },
      faults: [
        'spec.ports[1]: Duplicate value: {"Name":"","Protocol":"TCP","AppProtocol":null,"Port":80,"TargetPort":0,"NodePort":0}',
      ],
    },
    {
      spec: { ports: [{ port: 80, nodePort: 30080 }] },
      faults: ["spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'"],
    },
    {
      spec: { type: 'Internal' },
      faults: [
        'spec.type: Unsupported value: "Internal": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"',
      ],
    },
    {
      spec: { sessionAffinity: 'Cookie' },
      faults: ['spec.sessionAffinity: Unsupported value: "Cookie": supported values: "ClientIP", "None"'],
    },
    {
      spec: { sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86401 } } },
      faults: [
        'spec.sessionAffinityConfig.clientIP.timeoutSeconds: Invalid value: 86401: must be greater than 0 and less than 86400',
      ],
    },
    { spec: { type: 'ExternalName' }, faults: ['spec.externalName: Required value'] },
    {
      spec: { type: 'ExternalName', externalName: 'a.b', clusterIP: 'None' },
      faults: ['spec.clusterIPs: Forbidden: may not be set for ExternalName services'],
    },
    {
      spec: { type: 'NodePort', clusterIP: 'None' },
      faults: [`spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for NodePort services`],
    },
    {
      spec: local,
      faults: [
        'spec.externalTrafficPolicy: Invalid value: "Local": may only be set for externally-accessible services',
      ],
    },
    {
      spec: { type: 'NodePort', ...local, healthCheckNodePort: 32123 },
      faults: [
        "spec.healthCheckNodePort: Invalid value: 32123: may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
      ],
    },
    {
      spec: { loadBalancerClass: 'a/b', allocateLoadBalancerNodePorts: true, loadBalancerSourceRanges: ['10.0.0.0/8'] },
      faults: [
        `spec.LoadBalancerSourceRanges: Forbidden: ${onlyLb}`,
        `spec.allocateLoadBalancerNodePorts: Forbidden: ${onlyLb}`,
        `spec.loadBalancerClass: Forbidden: ${onlyLb}`,
      ],
    },
    {
      spec: { externalIPs: ['127.0.0.1', '192.0.2.010', '0.0.0.0', 'a.b'] },
      faults: [
        'spec.externalIPs[0]: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128)',
        'spec.externalIPs[1]: Invalid value: "192.0.2.010": must not have leading 0s',
        'spec.externalIPs[2]: Invalid value: "0.0.0.0": may not be unspecified (0.0.0.0)',
        'spec.externalIPs[3]: Invalid value: "a.b": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
      ],
    },
    {
      spec: { trafficDistribution: 'Nearest', internalTrafficPolicy: 'Node' },
      faults: [
        'spec.internalTrafficPolicy: Unsupported value: "Node": supported values: "Cluster", "Local"',
        'spec.trafficDistribution: Unsupported value: "Nearest": supported values: "PreferClose", "PreferSameZone", "PreferSameNode"',
      ],
    },
    {
      spec: { clusterIP: 'x' },
      faults: ['spec.clusterIPs[0]: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'],
    },
    {
      spec: { clusterIPs: ['10.96.0.9'] },
      faults: ['spec.clusterIPs: Invalid value: ["10.96.0.9"]: must be empty when `clusterIP` is not specified'],
    },
    {
      spec: { clusterIP: '10.96.0.9', clusterIPs: ['10.96.0.9', '10.96.0.8'] },
      faults: [
        'spec.clusterIPs: Invalid value: ["10.96.0.9","10.96.0.8"]: may specify no more than one IP for each IP family',
      ],
    },
    {
      spec: { clusterIP: 'fd00::1', ipFamilies: ['IPv4'] },
      faults: ['spec.clusterIPs[0]: Invalid value: "fd00::1": expected an IPv4 value as indicated by `ipFamilies[0]`'],
    },
  ])('$faults', ({ spec, faults }) => {
    const list = faults.length > 1 ? `[${faults.join(', ')}]` : faults[0]
    expect(tryWrite(service, body(spec))).toBe(`Service "web" is invalid: ${list}`)
  })
})

describe('a change of a Service is refused', () => {
  test.for<{ from: object; to: object; fault: string }>([
    {
      from: {},
      to: { clusterIP: '10.96.9.9' },
      fault: 'spec.clusterIPs[0]: Invalid value: ["10.96.9.9"]: may not change once set',
    },
    {
      from: {},
      to: { clusterIP: 'None' },
      fault: 'spec.clusterIPs[0]: Invalid value: ["None"]: may not change once set',
    },
    {
      from: { clusterIP: 'None' },
      to: { type: 'NodePort' },
      fault: `spec.clusterIPs[0]: Invalid value: "None": may not be set to 'None' for NodePort services`,
    },
    {
      from: { type: 'LoadBalancer', ...local },
      to: { type: 'LoadBalancer', ...local, healthCheckNodePort: 32124 },
      fault: 'spec.healthCheckNodePort: Forbidden: field is immutable',
    },
    {
      from: { type: 'LoadBalancer', loadBalancerClass: 'a/b' },
      to: { type: 'LoadBalancer', loadBalancerClass: 'a/c' },
      fault: 'spec.loadBalancerClass: Invalid value: "a/c": may not change once set',
    },
  ])('$fault', ({ from, to, fault }) => {
    const old = stored(from)
    expect(tryWrite(service, body(to), { old, cluster: viewOf(old) })).toBe(`Service "web" is invalid: ${fault}`)
  })
})

describe('a status of a Service is refused', () => {
  test.for<{ type: string; ingress: object; fault: string }>([
    {
      type: 'NodePort',
      ingress: { ip: '203.0.113.30' },
      fault: "status.loadBalancer.ingress: Forbidden: may only be used when `spec.type` is 'LoadBalancer'",
    },
    {
      type: 'LoadBalancer',
      ingress: { ip: '999.1.1.1' },
      fault:
        'status.loadBalancer.ingress[0].ip: Invalid value: "999.1.1.1": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    },
    {
      type: 'LoadBalancer',
      ingress: { hostname: '1.2.3.4' },
      fault: 'status.loadBalancer.ingress[0].hostname: Invalid value: "1.2.3.4": must be a DNS name, not an IP address',
    },
  ])('$fault', ({ type, ingress, fault }) => {
    const old = stored({ type })
    const changed = service.withDefaults?.({ ...old, status: { loadBalancer: { ingress: [ingress] } } }) ?? old
    const errors = service.validateStatus?.(changed, old) ?? []
    expect(errors.map(({ field, detail }) => `${field}: ${detail}`)).toEqual([fault])
  })
})

describe('warnings', () => {
  test.for<{ spec: object; texts: readonly string[] }>([
    { spec: {}, texts: [] },
    { spec: { externalName: 'a.b' }, texts: ['spec.externalName is ignored when spec.type is not "ExternalName"'] },
    {
      spec: { externalIPs: ['192.0.2.1'] },
      texts: ['spec.externalIPs is deprecated and may no longer be implemented in some clusters'],
    },
    {
      spec: { trafficDistribution: 'PreferClose' },
      texts: ['spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"'],
    },
    {
      spec: { clusterIP: 'None', externalIPs: ['192.0.2.1'] },
      texts: ['spec.externalIPs is ignored for headless services'],
    },
    {
      spec: { type: 'ExternalName', externalName: 'a.b', externalIPs: ['192.0.2.1'] },
      texts: ['spec.externalIPs is ignored when spec.type is "ExternalName"'],
    },
    {
      spec: { externalIPs: ['192.0.2.1'], externalName: 'a.b', trafficDistribution: 'PreferClose' },
      texts: [
        'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
        'spec.externalName is ignored when spec.type is not "ExternalName"',
        'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
      ],
    },
    {
      spec: { type: 'LoadBalancer', loadBalancerIP: '01.2.3.4' },
      texts: ['spec.loadBalancerIP: non-standard IP address "01.2.3.4" is invalid: use "1.2.3.4"'],
    },
    { spec: { type: 'LoadBalancer', loadBalancerIP: 'any' }, texts: [] },
    {
      spec: { clusterIP: 'None', sessionAffinity: 'ClientIP' },
      texts: ['spec.SessionAffinity is ignored for headless services'],
    },
  ])('$spec', ({ spec, texts }) => {
    expect(service.warnings?.(stored(spec))).toEqual(texts)
  })
})
