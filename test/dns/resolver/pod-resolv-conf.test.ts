import { expect, test } from 'vitest'
import type { PodSpec } from '../../../src/api/generated/types.ts'
import { resolvConfOf } from '../../../src/dns/resolver/pod-resolv-conf.ts'
import { parseResolvConf, printResolvConf } from '../../../src/dns/resolver/resolv-conf.ts'

const settings = {
  clusterDomain: 'cluster.local',
  clusterDns: ['10.96.0.10'],
  node: parseResolvConf('nameserver 192.168.0.1\nsearch corp.local\n'),
}

const clusterFirst =
  'search prod.svc.cluster.local svc.cluster.local cluster.local corp.local\nnameserver 10.96.0.10\noptions ndots:5\n'
const node = 'search corp.local\nnameserver 192.168.0.1\n'

test.for<{ name: string; spec: Partial<PodSpec>; text: string }>([
  { name: 'ClusterFirst is the default', spec: {}, text: clusterFirst },
  { name: 'ClusterFirst', spec: { dnsPolicy: 'ClusterFirst' }, text: clusterFirst },
  { name: 'ClusterFirst on the host network is Default', spec: { hostNetwork: true }, text: node },
  {
    name: 'ClusterFirstWithHostNet',
    spec: { hostNetwork: true, dnsPolicy: 'ClusterFirstWithHostNet' },
    text: clusterFirst,
  },
  { name: 'Default', spec: { dnsPolicy: 'Default' }, text: node },
  {
    name: 'None with dnsConfig',
    spec: {
      dnsPolicy: 'None',
      dnsConfig: {
        nameservers: ['192.0.2.1'],
        searches: ['ns1.svc.cluster-domain.example', 'my.dns.search.suffix'],
        options: [{ name: 'ndots', value: '2' }, { name: 'edns0' }],
      },
    },
    text: 'search ns1.svc.cluster-domain.example my.dns.search.suffix\nnameserver 192.0.2.1\noptions ndots:2 edns0\n',
  },
  {
    name: 'dnsConfig is added, its options win',
    spec: {
      dnsConfig: {
        nameservers: ['10.96.0.10', '1.1.1.1'],
        searches: ['x.y'],
        options: [{ name: 'ndots', value: '2' }],
      },
    },
    text: 'search prod.svc.cluster.local svc.cluster.local cluster.local corp.local x.y\nnameserver 10.96.0.10\nnameserver 1.1.1.1\noptions ndots:2\n',
  },
])('$name', ({ spec, text }) => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', namespace: 'prod' },
    spec: { containers: [], ...spec },
  }
  const conf = resolvConfOf(pod, settings)

  expect(printResolvConf(conf)).toBe(text)
  expect(parseResolvConf(text)).toEqual(conf)
})
