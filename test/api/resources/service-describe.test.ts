import { describe, expect, test } from 'vitest'
import type { EndpointSlice, Service } from '../../../src/api/generated/types.ts'
import { endpointSlice } from '../../../src/api/resources/endpoint-slice.ts'
import { endpoints } from '../../../src/api/resources/endpoints.ts'
import { service } from '../../../src/api/resources/service.ts'
import { write } from '../../support/api-write.ts'
import { describeText } from '../../support/reading-client.ts'

const metadata = { name: 'web', namespace: 'default' }

const aService = (spec: object): Service => write(service, { apiVersion: 'v1', kind: 'Service', metadata, spec })

const aSlice = (name: string, spec: object): EndpointSlice =>
  write(endpointSlice, {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name, namespace: 'default', labels: { 'kubernetes.io/service-name': 'web' } },
    addressType: 'IPv4',
    ...spec,
  })

const at = (...addresses: readonly string[]) => addresses.map(address => ({ addresses: [address] }))

test('describe service: every line', async () => {
  const spec = {
    type: 'LoadBalancer',
    clusterIP: '10.96.64.1',
    externalIPs: ['192.0.2.5'],
    loadBalancerIP: '203.0.113.9',
    externalTrafficPolicy: 'Local',
    healthCheckNodePort: 32123,
    loadBalancerSourceRanges: ['10.0.0.0/8', '192.0.2.0/24'],
    trafficDistribution: 'PreferSameZone',
    selector: { tier: 'b', app: 'web' },
    ports: [
      { name: 'http', port: 80, targetPort: 'web', nodePort: 30080, appProtocol: 'http' },
      { name: 'dns', port: 53, protocol: 'UDP', nodePort: 30053 },
    ],
  }
  const slice = aSlice('web-1', { ports: [{ name: 'http', port: 8080 }], endpoints: at('10.244.1.2', '10.244.1.3') })
  const status = { loadBalancer: { ingress: [{ ip: '203.0.113.9', ipMode: 'VIP' }, { hostname: 'lb.example.com' }] } }
  expect(await describeText(service, { ...aService(spec), status }, [slice])).toBe(`\
Name:                        web
Namespace:                   default
Labels:                      <none>
Annotations:                 <none>
Selector:                    app=web,tier=b
Type:                        LoadBalancer
IP Family Policy:            SingleStack
IP Families:                 IPv4
IP:                          10.96.64.1
IPs:                         10.96.64.1
External IPs:                192.0.2.5
Desired LoadBalancer IP:     203.0.113.9
LoadBalancer Ingress:        203.0.113.9 (VIP), lb.example.com
Port:                        http  80/TCP
TargetPort:                  web/TCP
AppProtocol:                 http
NodePort:                    http  30080/TCP
Endpoints:                   10.244.1.2:8080,10.244.1.3:8080
Port:                        dns  53/UDP
TargetPort:                  53/UDP
NodePort:                    dns  30053/UDP
Endpoints:                   
Session Affinity:            None
External Traffic Policy:     Local
Internal Traffic Policy:     Cluster
HealthCheck NodePort:        32123
LoadBalancer Source Ranges:  10.0.0.0/8,192.0.2.0/24
Traffic Distribution:        PreferSameZone
Events:                      <none>
`)
})

test('describe service: an ExternalName', async () => {
  expect(await describeText(service, aService({ type: 'ExternalName', externalName: 'a.b' }))).toBe(`\
Name:              web
Namespace:         default
Labels:            <none>
Annotations:       <none>
Selector:          <none>
Type:              ExternalName
IP Families:       <none>
IP:                
IPs:               <none>
External Name:     a.b
Session Affinity:  None
Events:            <none>
`)
})

const ports = [{ port: 8080 }]
const unready = { addresses: ['10.0.0.9'], conditions: { ready: false } }

describe('describe service: Endpoints', () => {
  test.for<{ name: string; slices: EndpointSlice[]; text: string }>([
    { name: 'no slice', slices: [], text: '<none>' },
    { name: 'nobody ready', slices: [aSlice('a', { ports, endpoints: [unready] })], text: '' },
    {
      name: 'ready ones',
      slices: [aSlice('a', { ports, endpoints: [unready, ...at('10.0.0.1')] })],
      text: '10.0.0.1:8080',
    },
    {
      name: 'more than three',
      slices: [
        aSlice('a', { ports, endpoints: at('10.0.0.1', '10.0.0.2') }),
        aSlice('b', { ports, endpoints: at('10.0.0.3', '10.0.0.4', '10.0.0.5') }),
      ],
      text: '10.0.0.1:8080,10.0.0.2:8080,10.0.0.3:8080 + 2 more...',
    },
    {
      name: 'another port',
      slices: [aSlice('a', { ports: [{ name: 'x', port: 1 }], endpoints: at('10.0.0.1') })],
      text: '',
    },
    { name: 'a port that no pod has', slices: [aSlice('a', { endpoints: at('10.0.0.1') })], text: '10.0.0.1' },
  ])('$name', async ({ slices, text }) => {
    const lines = (await describeText(service, aService({ ports: [{ port: 80 }] }), slices)).split('\n')
    expect(
      lines
        .find(line => line.startsWith('Endpoints:'))
        ?.slice('Endpoints:'.length)
        .trim(),
    ).toBe(text)
  })
})

test('describe endpoints', async () => {
  const subsets = [
    {
      addresses: [{ ip: '192.0.2.42' }, { ip: '192.0.2.43' }],
      notReadyAddresses: [{ ip: '192.0.2.44' }],
      ports: [{ name: 'pg', port: 5432 }],
    },
    { addresses: [{ ip: '192.0.2.50' }], ports: [{ port: 6432 }] },
  ]
  const object = write(endpoints, { apiVersion: 'v1', kind: 'Endpoints', metadata, subsets })
  expect(await describeText(endpoints, object)).toBe(`\
Name:         web
Namespace:    default
Labels:       <none>
Annotations:  <none>
Subsets:
  Addresses:          192.0.2.42,192.0.2.43
  NotReadyAddresses:  192.0.2.44
  Ports:
    Name  Port  Protocol
    ----  ----  --------
    pg    5432  TCP

  Addresses:          192.0.2.50
  NotReadyAddresses:  <none>
  Ports:
    Name     Port  Protocol
    ----     ----  --------
    <unset>  6432  TCP

Events:  <none>
`)
})

test('describe endpointslice', async () => {
  const slice = aSlice('web-1', {
    ports: [{ name: 'http', port: 8080 }],
    endpoints: [
      { addresses: ['192.0.2.60'] },
      {
        addresses: ['192.0.2.61'],
        conditions: { ready: false },
        targetRef: { kind: 'Pod', name: 'a' },
        nodeName: 'n',
        zone: 'z',
        hostname: 'h',
      },
    ],
  })
  expect(await describeText(endpointSlice, slice)).toBe(`\
Name:         web-1
Namespace:    default
Labels:       kubernetes.io/service-name=web
Annotations:  <none>
AddressType:  IPv4
Ports:
  Name  Port  Protocol
  ----  ----  --------
  http  8080  TCP
Endpoints:
  - Addresses:  192.0.2.60
    Conditions:
      Ready:    <unset>
    Hostname:   <unset>
    NodeName:   <unset>
    Zone:       <unset>
  - Addresses:  192.0.2.61
    Conditions:
      Ready:    false
    Hostname:   h
    TargetRef:  Pod/a
    NodeName:   n
    Zone:       z
Events:         <none>
`)
})
