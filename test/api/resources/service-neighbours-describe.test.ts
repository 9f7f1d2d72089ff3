import { expect, test } from 'vitest'
import { endpointSlice } from '../../../src/api/resources/endpoint-slice.ts'
import { ingress } from '../../../src/api/resources/ingress.ts'
import { ipAddress } from '../../../src/api/resources/ip-address.ts'
import { networkPolicy } from '../../../src/api/resources/network-policy.ts'
import { service } from '../../../src/api/resources/service.ts'
import { serviceCidr } from '../../../src/api/resources/service-cidr.ts'
import { write } from '../../support/api-write.ts'
import { describeText } from '../../support/reading-client.ts'

const metadata = { name: 'web', namespace: 'default' }

const web = write(service, {
  apiVersion: 'v1',
  kind: 'Service',
  metadata,
  spec: { ports: [{ name: 'http', port: 8080 }] },
})

const slice = write(endpointSlice, {
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: 'web-1', namespace: 'default', labels: { 'kubernetes.io/service-name': 'web' } },
  addressType: 'IPv4',
  ports: [{ name: 'http', port: 80 }],
  endpoints: [{ addresses: ['10.244.3.8'] }],
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
  expect(await describeText(ingress, object, [web, slice])).toBe(`\
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
