import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { KubeObject } from '../../src/api/meta.ts'
import { defaultCorefile } from '../../src/dns/default-corefile.ts'
import { createTransport } from '../../src/dns/transport.ts'
import { seededRandom } from '../../src/util/random.ts'
import { flagWords } from '../support/dns/dns-cases.ts'
import { answerLines, aQuery, stillClock } from '../support/dns/dns-world.ts'
import { viewOf } from '../support/dns/fixture-view.ts'

const configMap = (name: string, data: Readonly<Record<string, string>>): KubeObject & { readonly data: object } => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'kube-system' },
  data,
})

const zones = {
  'internal.zone': `${readFileSync('manifests/dns/internal.zone', 'utf8')}
$ORIGIN company.internal.
cloud NS ns1.example.com.
site CNAME www.example.com.
`,
  'external.zone': `${readFileSync('manifests/dns/external.zone', 'utf8')}app.cloud.company.internal. A 203.0.113.5\n`,
}

const port = { port: 53, protocol: 'UDP', name: 'dns' }
const cluster = ({ ready = true, corefile = defaultCorefile } = {}): readonly KubeObject[] => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-system' } },
  {
    ...{ apiVersion: 'v1', kind: 'Service', metadata: { name: 'kube-dns', namespace: 'kube-system' } },
    ...{ spec: { clusterIPs: ['10.96.0.10'], ports: [port] } },
  },
  {
    ...{ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice', addressType: 'IPv4', ports: [port] },
    metadata: { name: 'kube-dns-1', namespace: 'kube-system', labels: { 'kubernetes.io/service-name': 'kube-dns' } },
    ...{ endpoints: [{ addresses: ['10.244.0.2'], conditions: { ready } }] },
  },
  {
    ...{ apiVersion: 'v1', kind: 'Pod', status: { phase: 'Running', podIP: '10.244.0.2' } },
    metadata: { name: 'coredns-1', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
  },
  configMap('coredns', { Corefile: corefile }),
  configMap('upstream-dns', zones),
]

const transportOf = (objects: readonly KubeObject[]) =>
  createTransport({ view: viewOf(objects), clock: stillClock(), random: seededRandom(1) })

const dns = { address: '10.96.0.10', port: 53 }

describe('transport', () => {
  test.for([
    {
      name: 'kube-dns.kube-system.svc.cluster.local.',
      tier: 'cluster',
      flags: 'qr aa rd',
      answers: ['kube-dns.kube-system.svc.cluster.local. 30 A 10.96.0.10'],
    },
    {
      name: 'nas.company.internal.',
      tier: 'internal',
      flags: 'qr aa rd ra',
      answers: ['nas.company.internal. 30 A 192.168.0.10'],
    },
    { name: 'github.com.', tier: 'external', flags: 'qr rd ra', answers: ['github.com. 30 A 20.200.245.247'] },
    {
      name: 'site.company.internal.',
      tier: 'external',
      flags: 'qr aa rd ra',
      answers: ['site.company.internal. 30 CNAME www.example.com.', 'www.example.com. 30 A 93.184.215.14'],
    },
    {
      name: 'app.cloud.company.internal.',
      tier: 'external',
      flags: 'qr rd ra',
      answers: ['app.cloud.company.internal. 30 A 203.0.113.5'],
    },
    { name: 'nope.company.internal.', tier: 'internal', rcode: 'NXDOMAIN', answers: [] },
    { name: 'nope.test.', tier: 'external', rcode: 'NXDOMAIN', answers: [] },
  ])('$name is of tier $tier', async ({ name, tier, flags, rcode = 'NOERROR', answers }) => {
    const result = await transportOf(cluster())(aQuery(name), dns)
    const reply = result.outcome === 'reply' ? result.reply : undefined

    expect(reply).toMatchObject({ rcode, tier })
    expect(reply && answerLines(reply)).toEqual(answers)
    if (flags && reply) expect(flagWords(reply)).toBe(flags)
  })

  test.for([
    { name: 'a pod of CoreDNS', server: { address: '10.244.0.2', port: 53 }, objects: cluster(), outcome: 'reply' },
    { name: 'the internal server', server: { address: '192.168.0.1', port: 53 }, objects: cluster(), outcome: 'reply' },
    { name: 'the external server', server: { address: '8.8.8.8', port: 53 }, objects: cluster(), outcome: 'reply' },
    {
      name: 'another port of a pod',
      server: { address: '10.244.0.2', port: 54 },
      objects: cluster(),
      outcome: 'refused',
    },
    {
      name: 'an address nobody has',
      server: { address: '10.99.9.9', port: 53 },
      objects: cluster(),
      outcome: 'timeout',
    },
    { name: 'CoreDNS that is not ready', server: dns, objects: cluster({ ready: false }), outcome: 'timeout' },
  ])('$name: $outcome', async ({ server, objects, outcome }) => {
    expect((await transportOf(objects)(aQuery('github.com.'), server)).outcome).toBe(outcome)
  })

  test('instead of a broken Corefile the last that worked holds', async () => {
    const hosts = '. {\n hosts {\n  10.0.0.9 a.test\n }\n}'
    const former = ['. {', hosts, defaultCorefile].map((text, until) => ({ until, text }))
    const view = { ...viewOf(cluster({ corefile: '. {\n nonsense\n}' })), formerCorefiles: former }
    const transport = createTransport({ view, clock: stillClock(), random: seededRandom(1) })
    const result = await transport(aQuery('a.test.'), dns)

    expect(result.outcome === 'reply' && answerLines(result.reply)).toEqual(['a.test. 3600 A 10.0.0.9'])
  })

  test('with none that ever worked the one of kubeadm holds', async () => {
    const transport = transportOf(cluster({ corefile: '. {\n nonsense\n}' }))

    expect(await transport(aQuery('github.com.'), dns)).toMatchObject({ reply: { tier: 'external' } })
  })

  test('a server that forwards to itself gives up', async () => {
    const transport = transportOf(cluster({ corefile: '. {\n forward . 10.96.0.10\n}' }))
    const result = await transport(aQuery('github.com.'), dns)

    expect(result).toMatchObject({ outcome: 'reply', reply: { rcode: 'SERVFAIL' } })
  })
})
