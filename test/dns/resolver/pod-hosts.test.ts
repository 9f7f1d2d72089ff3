import { expect, test } from 'vitest'
import { addressesIn, nameIn } from '../../../src/dns/resolver/hosts-file.ts'
import { hostsOf, hostsTextOf } from '../../../src/dns/resolver/pod-hosts.ts'

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-1', namespace: 'prod' },
  spec: {
    containers: [],
    hostname: 'db-0',
    subdomain: 'db',
    hostAliases: [{ ip: '192.0.2.9', hostnames: ['foo.local', 'bar.local'] }],
  },
  status: { podIPs: [{ ip: '10.244.1.5' }, { ip: 'fd00::5' }] },
}

test('a pod has its own names and its hostAliases', () => {
  expect(hostsTextOf(pod, 'cluster.local')).toBe(
    [
      '# Kubernetes-managed hosts file.',
      '127.0.0.1\tlocalhost',
      '::1\tlocalhost ip6-localhost ip6-loopback',
      'fe00::0\tip6-localnet',
      'fe00::0\tip6-mcastprefix',
      'fe00::1\tip6-allnodes',
      'fe00::2\tip6-allrouters',
      '10.244.1.5\tdb-0.db.prod.svc.cluster.local\tdb-0',
      'fd00::5\tdb-0.db.prod.svc.cluster.local\tdb-0',
      '',
      '# Entries added by HostAliases.',
      '192.0.2.9\tfoo.local\tbar.local',
      '',
    ].join('\n'),
  )
})

test('names and addresses are found in it', () => {
  const hosts = hostsOf(pod, 'cluster.local')

  expect(addressesIn(hosts, 'BAR.local.')).toEqual(['192.0.2.9'])
  expect(addressesIn(hosts, 'localhost')).toEqual(['127.0.0.1', '::1'])
  expect(nameIn(hosts, '10.244.1.5')).toBe('db-0.db.prod.svc.cluster.local')
})

test('on the host network it is the node that is named', () => {
  const onHost = { ...pod, spec: { containers: [], hostNetwork: true } }

  expect(hostsTextOf(onHost, 'cluster.local', '127.0.0.1 node\n')).toBe(
    '# Kubernetes-managed hosts file (host network).\n127.0.0.1 node\n',
  )
})
