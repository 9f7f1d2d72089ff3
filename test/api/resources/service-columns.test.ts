import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../../src/api/meta.ts'
import type { Resource } from '../../../src/api/resource.ts'
import { resources } from '../../../src/api/resources/index.ts'
import { write } from '../../support/api-write.ts'

const resourceOf = (kind: string): Resource => {
  const found = resources.find(resource => resource.kind === kind)
  if (!found) throw new Error(`no kind ${kind}`)
  return found
}

/** The cells of a row; the name and the age, of which nothing is to be said, are left out. */
const cellsOf = (kind: string, body: object, status: object = {}): unknown[] => {
  const resource = resourceOf(kind)
  const metadata = {
    name: kind === 'IPAddress' ? '10.96.0.1' : 'web',
    ...(resource.namespaced && { namespace: 'default' }),
  }
  const given: KubeObject = {
    apiVersion: `${resource.group ? `${resource.group}/` : ''}${resource.version}`,
    kind,
    metadata,
  }
  const object = { ...write(resource, { ...given, ...body }), ...status }
  return resource.columns.filter(({ name }) => name !== 'Name' && name !== 'Age').map(({ cell }) => cell(object, 0))
}

const ingress = (...entries: readonly object[]) => ({ status: { loadBalancer: { ingress: entries } } })
const service = { clusterIP: '10.96.0.9', ports: [{ port: 80 }] }
const lb = { ...service, type: 'LoadBalancer', ports: [{ port: 80, nodePort: 30080 }] }
const slice = { addressType: 'IPv4' }
const at = (...ips: readonly string[]) => ips.map(ip => ({ ip }))
const backend = { service: { name: 'web', port: { number: 80 } } }
const hosts = (...names: readonly string[]) => ({ spec: { rules: names.map(host => ({ host })) } })

describe('columns of the kinds about Services', () => {
  test.for<{ kind: string; body: object; status?: object; cells: unknown[] }>([
    { kind: 'Service', body: { spec: service }, cells: ['ClusterIP', '10.96.0.9', '<none>', '80/TCP', '<none>'] },
    {
      kind: 'Service',
      body: { spec: { ...service, clusterIP: 'None', selector: { b: '2', a: '1' } } },
      cells: ['ClusterIP', 'None', '<none>', '80/TCP', 'a=1,b=2'],
    },
    {
      kind: 'Service',
      body: { spec: { type: 'ExternalName', externalName: 'a.b' } },
      cells: ['ExternalName', '<none>', 'a.b', '<none>', '<none>'],
    },
    {
      kind: 'Service',
      body: { spec: lb },
      cells: ['LoadBalancer', '10.96.0.9', '<pending>', '80:30080/TCP', '<none>'],
    },
    {
      kind: 'Service',
      body: { spec: { ...lb, externalIPs: ['192.0.2.10'] } },
      cells: ['LoadBalancer', '10.96.0.9', '192.0.2.10', '80:30080/TCP', '<none>'],
    },
    {
      kind: 'Service',
      body: { spec: { ...lb, externalIPs: ['192.0.2.10'] } },
      status: ingress({ hostname: 'lb.example.com' }, { ip: '203.0.113.32', hostname: 'x' }, { ip: '203.0.113.31' }),
      cells: [
        'LoadBalancer',
        '10.96.0.9',
        '203.0.113.31,203.0.113.32,lb.example.com,192.0.2.10',
        '80:30080/TCP',
        '<none>',
      ],
    },
    { kind: 'Endpoints', body: {}, cells: ['<none>'] },
    {
      kind: 'Endpoints',
      body: { subsets: [{ notReadyAddresses: at('10.0.0.1'), ports: [{ port: 80 }] }] },
      cells: [''],
    },
    {
      kind: 'Endpoints',
      body: {
        subsets: [
          {
            addresses: at('10.0.0.1', 'fd00::1'),
            ports: [
              { name: 'a', port: 80 },
              { name: 'b', port: 81 },
            ],
          },
        ],
      },
      cells: ['10.0.0.1:80,[fd00::1]:80,10.0.0.1:81 + 1 more...'],
    },
    { kind: 'Endpoints', body: { subsets: [{ addresses: at('10.0.0.1') }] }, cells: ['10.0.0.1'] },
    { kind: 'EndpointSlice', body: slice, cells: ['IPv4', '<unset>', '<unset>'] },
    {
      kind: 'EndpointSlice',
      body: {
        ...slice,
        ports: [{ port: 80 }, { name: 'x' }],
        endpoints: ['1', '2', '3', '4'].map(last => ({ addresses: [`10.0.0.${last}`] })),
      },
      cells: ['IPv4', '80,x', '10.0.0.1,10.0.0.2,10.0.0.3 + 1 more...'],
    },
    { kind: 'Ingress', body: { spec: { defaultBackend: backend } }, cells: ['<none>', '*', '', '80'] },
    {
      kind: 'Ingress',
      body: { spec: { ...hosts('a.b').spec, ingressClassName: 'nginx', tls: [{}] } },
      status: ingress({ ip: '203.0.113.90' }),
      cells: ['nginx', 'a.b', '203.0.113.90', '80, 443'],
    },
    { kind: 'Ingress', body: hosts('a', 'b', 'c', 'd', 'e'), cells: ['<none>', 'a,b,c + 2 more...', '', '80'] },
    { kind: 'NetworkPolicy', body: { spec: {} }, cells: ['<none>'] },
    { kind: 'IngressClass', body: { spec: { controller: 'a.b/c' } }, cells: ['a.b/c', '<none>'] },
    {
      kind: 'IngressClass',
      body: { spec: { controller: 'a.b/c', parameters: { apiGroup: 'x.y', kind: 'P', name: 'n' } } },
      cells: ['a.b/c', 'P.x.y/n'],
    },
    {
      kind: 'ServiceCIDR',
      body: { spec: { cidrs: ['10.0.0.0/24', 'fd00::/112'] } },
      cells: ['10.0.0.0/24,fd00::/112'],
    },
    {
      kind: 'IPAddress',
      body: { spec: { parentRef: { resource: 'services', namespace: 'default', name: 'web' } } },
      cells: ['services/default/web'],
    },
  ])('$kind $cells', ({ kind, body, status, cells }) => {
    expect(cellsOf(kind, body, status)).toEqual(cells)
  })
})
