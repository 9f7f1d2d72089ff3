import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../../src/api/meta.ts'
import type { Resource } from '../../../src/api/resource.ts'
import { resources } from '../../../src/api/resources/index.ts'
import { tryWrite, write } from '../../support/api-write.ts'

const resourceOf = (kind: string): Resource => {
  const found = resources.find(resource => resource.kind === kind)
  if (!found) throw new Error(`no kind ${kind}`)
  return found
}

const bodyOf = (kind: string, content: object, name = 'x'): KubeObject => {
  const { group, version, namespaced } = resourceOf(kind)
  const metadata = { name, ...(namespaced && { namespace: 'default' }) }
  return { apiVersion: group ? `${group}/${version}` : version, kind, metadata, ...content }
}

const faultsOf = (answer: unknown): string => String(answer).replace(/^.*? is invalid: /, '')

const subdomain =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"
const backend = { service: { name: 'web' } }

describe('what stands around a Service is refused', () => {
  test.for<{ kind: string; content: object; faults: string }>([
    {
      kind: 'Endpoints',
      content: { subsets: [{}] },
      faults: 'subsets[0]: Required value: must specify `addresses` or `notReadyAddresses`',
    },
    {
      kind: 'Endpoints',
      content: { subsets: [{ addresses: [{ ip: '127.0.0.1' }], ports: [{ port: 80 }, { port: 0, name: 'a' }] }] },
      faults:
        '[subsets[0].addresses[0].ip: Invalid value: "127.0.0.1": may not be in the loopback range (127.0.0.0/8, ::1/128), subsets[0].ports[0].name: Required value, subsets[0].ports[1].port: Invalid value: 0: must be between 1 and 65535, inclusive]',
    },
    {
      kind: 'EndpointSlice',
      content: { addressType: 'IPv6', endpoints: [{ addresses: ['192.0.2.60'] }, { addresses: ['192.0.2.61'] }] },
      faults:
        '[endpoints[0].addresses: Invalid value: "192.0.2.60": must be an IPv6 address, endpoints[1].addresses: Invalid value: "192.0.2.61": must be an IPv6 address]',
    },
    {
      kind: 'EndpointSlice',
      content: { addressType: 'DNS', endpoints: [{ addresses: ['192.0.2.60'] }] },
      faults: 'addressType: Unsupported value: "DNS": supported values: "FQDN", "IPv4", "IPv6"',
    },
    {
      kind: 'EndpointSlice',
      content: { addressType: 'IPv4', endpoints: [{ addresses: ['db.example.com'] }, { addresses: [] }] },
      faults:
        '[endpoints[0].addresses[0]: Invalid value: "db.example.com": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff), endpoints[1].addresses: Required value: must contain at least 1 address]',
    },
    {
      kind: 'Ingress',
      content: { spec: {} },
      faults: 'spec: Invalid value: null: either `defaultBackend` or `rules` must be specified',
    },
    {
      kind: 'Ingress',
      content: {
        spec: { rules: [{ host: 'Bad_Host', http: { paths: [{ path: 'relative', pathType: 'Prefix', backend }] } }] },
      },
      faults: `[spec.rules[0].host: Invalid value: "Bad_Host": ${subdomain}, spec.rules[0].http.paths[0].path: Invalid value: "relative": must be an absolute path, spec.rules[0].http.paths[0].backend: Required value: port name or number is required]`,
    },
    {
      kind: 'NetworkPolicy',
      content: {
        spec: {
          ingress: [
            {
              from: [
                { ipBlock: { cidr: '10.0.0.0' } },
                { podSelector: {}, ipBlock: { cidr: '10.0.0.0/8', except: ['11.0.0.0/8'] } },
              ],
              ports: [{ port: 80, endPort: 70 }],
            },
          ],
        },
      },
      faults:
        '[spec.ingress[0].ports[0].endPort: Invalid value: 80: must be greater than or equal to `port`, spec.ingress[0].from[0].ipBlock.cidr: Invalid value: "10.0.0.0": must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64), spec.ingress[0].from[1].ipBlock.except[0]: Invalid value: "11.0.0.0/8": must be a strict subset of `cidr`, spec.ingress[0].from[1]: Forbidden: may not specify both ipBlock and another peer]',
    },
    {
      kind: 'NetworkPolicy',
      content: { spec: { policyTypes: ['Ingress', 'Both'] } },
      faults: 'spec.policyTypes[1]: Unsupported value: "Both": supported values: "Ingress", "Egress"',
    },
    { kind: 'IngressClass', content: { spec: {} }, faults: 'spec.controller: Required value' },
    {
      kind: 'ServiceCIDR',
      content: { spec: { cidrs: ['10.0.0.1/24'] } },
      faults: 'spec.cidrs[0]: Invalid value: "10.0.0.1/24": must not have bits set beyond the prefix length',
    },
    {
      kind: 'IPAddress',
      content: { spec: { parentRef: { resource: 'services', name: 'web' } } },
      faults: 'metadata.name: Invalid value: "x": must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)',
    },
  ])('$kind $faults', ({ kind, content, faults }) => {
    expect(faultsOf(tryWrite(resourceOf(kind), bodyOf(kind, content)))).toBe(faults)
  })
})

describe('what may not change', () => {
  test.for<{ kind: string; from: object; to: object; faults: string }>([
    {
      kind: 'EndpointSlice',
      from: { addressType: 'IPv4' },
      to: { addressType: 'IPv6', endpoints: [{ addresses: ['192.0.2.60'] }] },
      faults: 'addressType: Invalid value: "IPv6": field is immutable',
    },
    {
      kind: 'ServiceCIDR',
      from: { spec: { cidrs: ['10.100.0.0/24'] } },
      to: { spec: { cidrs: ['10.101.0.0/24'] } },
      faults: 'spec.cidrs[0]: Invalid value: "10.101.0.0/24": field is immutable',
    },
    {
      kind: 'IngressClass',
      from: { spec: { controller: 'a.b/c' } },
      to: { spec: { controller: 'a.b/d' } },
      faults: 'spec.controller: Invalid value: "a.b/d": field is immutable',
    },
  ])('$kind $faults', ({ kind, from, to, faults }) => {
    const resource = resourceOf(kind)
    const old = write(resource, bodyOf(kind, from))
    expect(faultsOf(tryWrite(resource, bodyOf(kind, to), { old }))).toBe(faults)
  })
})

test('an EndpointSlice of names is told to be outdated', () => {
  const resource = resourceOf('EndpointSlice')
  const object = write(resource, bodyOf('EndpointSlice', { addressType: 'FQDN', endpoints: [{ addresses: ['a.b'] }] }))
  expect(resource.warnings?.(object)).toEqual(['spec.addressType: FQDN endpoints are deprecated'])
})
