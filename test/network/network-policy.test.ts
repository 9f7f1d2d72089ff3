import { beforeAll, describe, expect, test } from 'vitest'
import { addresses, aNetworkLab, type NetworkLab, nodes } from '../support/network-lab.ts'

interface Row {
  readonly name: string
  readonly policies: readonly object[]
  /** From, to, and who gets it. */
  readonly expected: readonly (readonly [from: string, to: keyof typeof targets, receiver: string])[]
}

const targets = {
  server: (lab: NetworkLab) => `${lab.podIP('server')}:80`,
  other: (lab: NetworkLab) => `${lab.podIP('server')}:81`,
  udp: (lab: NetworkLab) => `${lab.podIP('server')}:80/UDP`,
  service: (lab: NetworkLab) => `${lab.clusterIP('server')}:80`,
  nodePort: () => `${addresses.three}:30080`,
  ping: (lab: NetworkLab) => lab.podIP('server'),
  outside: () => '93.184.215.14:80',
}

const policy = (spec: object): object => ({ podSelector: {}, ...spec })
const server = { podSelector: { matchLabels: { app: 'server' } } }
const a = 'pod/client-a'
const b = 'pod/client-b'
const far = 'pod/ns-b/client-a'

describe('NetworkPolicies, as the conformance tests of Kubernetes claim', () => {
  let lab: NetworkLab
  beforeAll(() => {
    lab = aNetworkLab()
    lab.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ns-b', labels: { team: 'b' } } })
    lab.pass(1000)
    for (const pod of ['client-a', 'client-b']) lab.pod(pod, { node: nodes.one, labels: { pod } })
    lab.pod('client-a', { node: nodes.one, labels: { pod: 'client-a' }, namespace: 'ns-b' })
    const ports = [
      { containerPort: 80, name: 'serve-80' },
      { containerPort: 81, name: 'serve-81' },
      { containerPort: 80, protocol: 'UDP', name: 'serve-udp' },
    ]
    lab.pod('server', { node: nodes.two, labels: { app: 'server' }, ports })
    const spec = { type: 'NodePort', selector: { app: 'server' }, ports: [{ port: 80, nodePort: 30080 }] }
    lab.service('server', spec)
  })

  const rows: readonly Row[] = [
    {
      name: 'no policy lets everybody in',
      policies: [],
      expected: [
        [a, 'server', 'server'],
        [far, 'service', 'server'],
        ['laptop', 'nodePort', 'server'],
      ],
    },
    {
      name: "should support a 'default-deny-ingress' policy",
      policies: [policy({ ingress: [] })],
      expected: [
        [a, 'server', 'timeout'],
        [a, 'service', 'timeout'],
        [a, 'ping', 'timeout'],
        ['laptop', 'nodePort', 'timeout'],
        [a, 'outside', 'example.com'],
        // A kubelet has to reach what it probes.
        [`node/${nodes.two}`, 'server', 'server'],
      ],
    },
    {
      name: "should support a 'default-deny-all' policy",
      policies: [policy({ policyTypes: ['Ingress', 'Egress'] })],
      expected: [
        [a, 'server', 'timeout'],
        [a, 'outside', 'timeout'],
        [far, 'outside', 'example.com'],
      ],
    },
    {
      name: 'should enforce policy to allow traffic from pods within server namespace based on PodSelector',
      policies: [{ ...server, ingress: [{ from: [{ podSelector: { matchLabels: { pod: 'client-a' } } }] }] }],
      expected: [
        [a, 'server', 'server'],
        [b, 'server', 'timeout'],
        [far, 'server', 'timeout'],
      ],
    },
    {
      name: 'should enforce policy to allow traffic only from a different namespace, based on NamespaceSelector',
      policies: [{ ...server, ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'b' } } }] }] }],
      expected: [
        [a, 'server', 'timeout'],
        [far, 'server', 'server'],
      ],
    },
    {
      name: 'should enforce policy based on PodSelector and NamespaceSelector',
      policies: [
        {
          ...server,
          ingress: [
            {
              from: [
                {
                  namespaceSelector: { matchLabels: { team: 'b' } },
                  podSelector: { matchLabels: { pod: 'client-b' } },
                },
              ],
            },
          ],
        },
      ],
      expected: [
        [far, 'server', 'timeout'],
        [b, 'server', 'timeout'],
      ],
    },
    {
      name: 'should enforce policy based on Ports',
      policies: [{ ...server, ingress: [{ ports: [{ port: 81 }] }] }],
      expected: [
        [a, 'server', 'timeout'],
        [a, 'other', 'server'],
        [a, 'ping', 'timeout'],
      ],
    },
    {
      name: 'should enforce a range of ports',
      policies: [{ ...server, ingress: [{ ports: [{ port: 81, endPort: 90 }] }] }],
      expected: [
        [a, 'server', 'timeout'],
        [a, 'other', 'server'],
      ],
    },
    {
      name: 'should enforce multiple, stacked policies with overlapping podSelectors',
      policies: [
        { ...server, ingress: [{ ports: [{ port: 80 }] }] },
        { ...server, ingress: [{ ports: [{ port: 81 }] }] },
      ],
      expected: [
        [a, 'server', 'server'],
        [a, 'other', 'server'],
      ],
    },
    {
      name: 'should support allow-all policy',
      policies: [policy({ ingress: [] }), policy({ ingress: [{}] })],
      expected: [
        [far, 'server', 'server'],
        ['laptop', 'nodePort', 'server'],
      ],
    },
    {
      name: 'should allow ingress access on one named port',
      policies: [{ ...server, ingress: [{ ports: [{ port: 'serve-81' }] }] }],
      expected: [
        [a, 'other', 'server'],
        [a, 'server', 'timeout'],
      ],
    },
    {
      name: 'should allow egress access on one named port',
      policies: [
        {
          podSelector: { matchLabels: { pod: 'client-a' } },
          policyTypes: ['Egress'],
          egress: [{ ports: [{ port: 'serve-80' }] }],
        },
      ],
      expected: [
        [a, 'server', 'server'],
        [a, 'other', 'timeout'],
        [b, 'other', 'server'],
      ],
    },
    {
      name: 'should not allow access by TCP when a policy specifies only UDP',
      policies: [{ ...server, ingress: [{ ports: [{ port: 80, protocol: 'UDP' }] }] }],
      expected: [
        [a, 'server', 'timeout'],
        [a, 'udp', 'server'],
      ],
    },
    {
      name: 'should support denying of egress traffic on the client side (even if the server explicitly allows this traffic)',
      policies: [
        {
          podSelector: { matchLabels: { pod: 'client-a' } },
          policyTypes: ['Egress'],
          egress: [{ ports: [{ port: 53, protocol: 'UDP' }] }],
        },
        { ...server, ingress: [{}] },
      ],
      expected: [
        [a, 'server', 'timeout'],
        [a, 'service', 'timeout'],
        [b, 'service', 'server'],
      ],
    },
    {
      name: 'should allow egress access to server in CIDR block, which is seen behind the virtual IP',
      policies: [
        { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '10.244.0.0/16' } }] }] },
      ],
      expected: [
        [a, 'service', 'server'],
        [a, 'server', 'server'],
        [a, 'outside', 'timeout'],
      ],
    },
    {
      name: 'should enforce except clause while egress access to server in CIDR block',
      policies: [
        {
          podSelector: {},
          policyTypes: ['Egress'],
          egress: [{ to: [{ ipBlock: { cidr: '10.244.0.0/16', except: ['10.244.2.0/24'] } }] }],
        },
      ],
      expected: [[a, 'server', 'timeout']],
    },
    {
      name: 'sees what came through a node port with the address of the node',
      policies: [{ ...server, ingress: [{ from: [{ ipBlock: { cidr: `${addresses.three}/32` } }] }] }],
      expected: [
        ['laptop', 'nodePort', 'server'],
        [a, 'server', 'timeout'],
      ],
    },
  ]

  test.for(rows)('$name', ({ policies, expected }) => {
    policies.forEach((spec, index) => {
      lab.create({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: `p-${index}` }, spec })
    })
    const found = expected.map(([from, to]) => [from, to, lab.reach(from, targets[to](lab))])
    for (const index of policies.keys()) lab.remove(['NetworkPolicy', `p-${index}`])
    expect(found).toEqual(expected)
  })
})
