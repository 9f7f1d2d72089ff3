import { describe, expect, test } from 'vitest'
import type { EndpointSlice, Service } from '../../../src/api/generated/types.ts'
import { endpointSlice } from '../../../src/api/resources/endpoint-slice.ts'
import { endpoints } from '../../../src/api/resources/endpoints.ts'
import { ingress } from '../../../src/api/resources/ingress.ts'
import { ipAddress } from '../../../src/api/resources/ip-address.ts'
import { networkPolicy } from '../../../src/api/resources/network-policy.ts'
import { service } from '../../../src/api/resources/service.ts'
import { serviceCidr } from '../../../src/api/resources/service-cidr.ts'
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

const anIngress = (spec: object) =>
  write(ingress, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { ...metadata, name: 'front' },
    spec,
  })

const path = (text: string, name: string, port: object) => ({
  path: text,
  pathType: 'Prefix',
  backend: { service: { name, port } },
})

test('describe ingress: rules', async () => {
  const http = {
    paths: [
      path('/', 'web', { number: 8080 }),
      path('/wrong', 'web', { number: 9999 }),
      path('/missing', 'nowhere', { number: 80 }),
    ],
  }
  const object = anIngress({
    ingressClassName: 'nginx',
    tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
    rules: [{ host: 'shop.example.com', http }],
  })
  const slice = aSlice('web-1', { ports: [{ name: 'http', port: 80 }], endpoints: at('10.244.3.8') })
  const others = [aService({ ports: [{ name: 'http', port: 8080 }] }), slice]
  expect(await describeText(ingress, object, others)).toBe(`\
Name:             front
Labels:           <none>
Namespace:        default
Address:          
Ingress Class:    nginx
Default backend:  <default>
TLS:
  shop-tls terminates shop.example.com
Rules:
  Host              Path  Backends
  ----              ----  --------
  shop.example.com  
                    /          web:8080 (10.244.3.8:80)
                    /wrong     web:9999 ()
                    /missing   nowhere:80 (<error: services "nowhere" not found>)
Annotations:        <none>
Events:             <none>
`)
})

test('describe ingress: a default backend', async () => {
  const object = anIngress({ defaultBackend: { service: { name: 'web', port: { name: 'http' } } } })
  expect(await describeText(ingress, object)).toBe(`\
Name:             front
Labels:           <none>
Namespace:        default
Address:          
Ingress Class:    <none>
Default backend:  web:http (<error: services "web" not found>)
Rules:
  Host        Path  Backends
  ----        ----  --------
  *           *     web:http (<error: services "web" not found>)
Annotations:  <none>
Events:       <none>
`)
})

test('describe networkpolicy', async () => {
  const spec = {
    podSelector: {
      matchLabels: { app: 'api' },
      matchExpressions: [{ key: 'tier', operator: 'In', values: ['middle', 'back'] }],
    },
    ingress: [
      {
        from: [
          { podSelector: { matchLabels: { app: 'web' } } },
          { namespaceSelector: { matchLabels: { team: 'qa' } }, podSelector: { matchLabels: { role: 'probe' } } },
          { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
        ],
        ports: [{ port: 8080 }, { protocol: 'UDP', port: 53 }, { port: 32000, endPort: 32768 }],
      },
      {},
    ],
  }
  const object = write(networkPolicy, { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec })
  const created = { ...object, metadata: { ...object.metadata, creationTimestamp: '2024-06-01T12:00:00Z' } }
  expect(await describeText(networkPolicy, created)).toBe(`\
Name:         web
Namespace:    default
Created on:   2024-06-01 12:00:00 +0000 UTC
Labels:       <none>
Annotations:  <none>
Spec:
  PodSelector:     app=api,tier in (back,middle)
  Allowing ingress traffic:
    To Port: 8080/TCP
    To Port: 53/UDP
    To Port Range: 32000-32768/TCP
    From:
      PodSelector: app=web
    From:
      NamespaceSelector: team=qa
      PodSelector: role=probe
    From:
      IPBlock:
        CIDR: 10.0.0.0/8
        Except: 10.1.0.0/16
    ----------
    To Port: <any> (traffic allowed to all ports)
    From: <any> (traffic not restricted by source)
  Not affecting egress traffic
  Policy Types: Ingress
`)
})

test('describe servicecidr', async () => {
  const object = write(serviceCidr, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'ServiceCIDR',
    metadata: { name: 'kubernetes' },
    spec: { cidrs: ['10.96.0.0/16'] },
  })
  const ready = {
    type: 'Ready',
    status: 'True',
    reason: '',
    message: 'Kubernetes Service CIDR is ready',
    lastTransitionTime: '2026-11-20T10:46:43Z',
  }
  expect(await describeText(serviceCidr, { ...object, status: { conditions: [ready] } })).toBe(`\
Name:         kubernetes
Labels:       <none>
Annotations:  <none>
CIDRs:        10.96.0.0/16
Status:
Conditions:
  Type   Status  LastTransitionTime               Reason  Message
  ----   ------  ------------------               ------  -------
  Ready  True    Fri, 20 Nov 2026 10:46:43 +0000          Kubernetes Service CIDR is ready
Events:  <none>
`)
})

test('describe ipaddress', async () => {
  const object = write(ipAddress, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'IPAddress',
    metadata: { name: '10.96.90.1' },
    spec: { parentRef: { resource: 'services', namespace: 'default', name: 'web' } },
  })
  expect(await describeText(ipAddress, object)).toBe(`\
Name:         10.96.90.1
Labels:       <none>
Annotations:  <none>
Parent Reference:
  Group:      
  Resource:   services
  Namespace:  default
  Name:       web
Events:       <none>
`)
})
