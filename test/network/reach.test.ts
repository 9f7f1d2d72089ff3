import { beforeAll, describe, expect, test } from 'vitest'
import { addresses, aNetworkLab, type NetworkLab, nodes } from '../support/network-lab.ts'

const app = { app: 'web' }

describe('who reaches what', () => {
  let lab: NetworkLab
  let to: Readonly<Record<string, string>>
  beforeAll(() => {
    lab = aNetworkLab()
    lab.pod('client', { node: nodes.one })
    lab.pod('web', { node: nodes.two, labels: app })
    lab.pod('mapped', { node: nodes.three, ports: [{ containerPort: 80, hostPort: 8088 }] })
    lab.service('web', { type: 'LoadBalancer', selector: app, ports: [{ port: 80, nodePort: 30080 }] })
    lab.service('wrong', { selector: app, ports: [{ port: 80, targetPort: 8080 }] })
    lab.service('database', { ports: [{ port: 80 }] })
    lab.create({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'database-1', labels: { 'kubernetes.io/service-name': 'database' } },
      addressType: 'IPv4',
      ports: [{ name: '', port: 80 }],
      endpoints: [{ addresses: ['93.184.215.14'] }],
    })
    to = {
      'a pod': `${lab.podIP('web')}:80`,
      'a closed port of a pod': `${lab.podIP('web')}:81`,
      'a ClusterIP': `${lab.clusterIP('web')}:80`,
      'another port of a ClusterIP': `${lab.clusterIP('web')}:81`,
      'a ping of a ClusterIP': lab.clusterIP('web'),
      'a ping of a pod': lab.podIP('web'),
      'a ping of a node': addresses.three,
      'a wrong targetPort': `${lab.clusterIP('wrong')}:80`,
      'a node port': `${addresses.three}:30080`,
      'a node port on localhost': '127.0.0.1:30080',
      'an EXTERNAL-IP': '203.0.113.1:80',
      'another port of an EXTERNAL-IP': '203.0.113.1:81',
      'a host port': `${addresses.three}:8088`,
      'the host port of another node': `${addresses.two}:8088`,
      'the API server': '10.96.0.1:443',
      'a manual endpoint': `${lab.clusterIP('database')}:80`,
      'a host outside': '93.184.215.14:80',
      'a closed port outside': '93.184.215.14:81',
      'an unused pod address': '10.244.3.77:80',
      'an unused ClusterIP': '10.96.99.99:80',
      'an IPv6 address': '2606:2800:21f:cb07:6820:80da:af6b:8b2c:80',
      'its own port': '127.0.0.1:80',
    }
  })

  const rows: readonly (readonly [from: string, to: string, receiver: string, source?: string])[] = [
    ['laptop', 'a pod', 'timeout'],
    ['laptop', 'a ClusterIP', 'timeout'],
    ['laptop', 'a ping of a pod', 'timeout'],
    ['laptop', 'a ping of a node', `node/${nodes.three}`],
    ['laptop', 'a node port', 'web', addresses.three],
    ['laptop', 'an EXTERNAL-IP', 'web'],
    ['laptop', 'another port of an EXTERNAL-IP', 'timeout'],
    ['laptop', 'a host port', 'mapped', '192.168.0.100'],
    ['laptop', 'the host port of another node', 'refused'],
    ['laptop', 'a host outside', 'example.com', '192.168.0.100'],
    ['laptop', 'its own port', 'refused'],
    ['pod/client', 'a pod', 'web', 'its own'],
    ['pod/client', 'a closed port of a pod', 'refused'],
    ['pod/client', 'a ClusterIP', 'web', 'its own'],
    ['pod/client', 'another port of a ClusterIP', 'timeout'],
    ['pod/client', 'a ping of a ClusterIP', 'timeout'],
    ['pod/client', 'a ping of a pod', 'web'],
    ['pod/client', 'a ping of a node', `node/${nodes.three}`, addresses.one],
    ['pod/client', 'a wrong targetPort', 'refused'],
    ['pod/client', 'a node port', 'web', addresses.three],
    ['pod/client', 'an EXTERNAL-IP', 'web', addresses.one],
    ['pod/client', 'the API server', `node/${nodes.master}`, addresses.one],
    ['pod/client', 'a manual endpoint', 'example.com', addresses.one],
    ['pod/client', 'a host outside', 'example.com', addresses.one],
    ['pod/client', 'a closed port outside', 'timeout'],
    ['pod/client', 'an unused pod address', 'timeout'],
    ['pod/client', 'an unused ClusterIP', 'timeout'],
    ['pod/client', 'an IPv6 address', 'noRoute'],
    ['pod/client', 'its own port', 'client', '127.0.0.1'],
    [`node/${nodes.one}`, 'a pod', 'web', addresses.one],
    [`node/${nodes.two}`, 'a pod', 'web', '10.244.2.1'],
    [`node/${nodes.one}`, 'a ClusterIP', 'web', addresses.one],
    [`node/${nodes.two}`, 'a ClusterIP', 'web', '10.244.2.1'],
    [`node/${nodes.two}`, 'a node port', 'web'],
    [`node/${nodes.three}`, 'a node port on localhost', 'web'],
    [`node/${nodes.three}`, 'its own port', 'refused'],
  ]

  test.for(rows)('from %s to %s: %s', ([from, target, receiver, source]) => {
    const address = to[target] ?? ''
    expect(lab.reach(from, address)).toBe(receiver)
    if (source !== undefined) {
      expect(lab.source(from, address)).toBe(source === 'its own' ? lab.podIP('client') : source)
    }
  })

  test('a step of the way tells why an endpoint was passed over', () => {
    lab.pod('unready', { labels: app, container: { readinessProbe: { httpGet: { path: '/', port: 81 } } } })
    const { steps } = lab.route('pod/client', to['a ClusterIP'] ?? '')
    lab.remove(['Pod', 'unready'], { gracePeriodSeconds: 0 })
    expect(steps).toMatchObject([
      { step: 'rule', via: 'clusterIP', service: 'default/web' },
      {
        step: 'choice',
        policy: 'Cluster',
        candidates: expect.arrayContaining([
          expect.objectContaining({ pod: 'default/unready', passedOver: 'not ready' }),
          expect.objectContaining({ pod: 'default/web', passedOver: undefined }),
        ]),
        chosen: { pod: 'default/web' },
        pinned: false,
      },
      { step: 'arrival', at: 'pod/default/web', port: 80 },
    ])
  })

  test('a node that is down loses what comes to it', () => {
    const status = { conditions: [{ type: 'Ready', status: 'Unknown' }] }
    const before = lab.find<{ apiVersion: string; kind: string; metadata: { name: string }; status: object }>(
      'Node',
      nodes.two,
    )
    lab.patch(['Node', nodes.two], { status }, 'status')
    const found = [lab.reach('laptop', `${addresses.two}:30080`), lab.reach('pod/client', to['a pod'] ?? '')]
    lab.patch(['Node', nodes.two], { status: before.status }, 'status')
    expect(found).toEqual(['timeout', 'timeout'])
  })
})
