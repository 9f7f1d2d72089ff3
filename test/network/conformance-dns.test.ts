import { describe, expect, test } from 'vitest'
import type { Pod } from '../../src/api/generated/types.ts'
import { hostsTextOf } from '../../src/dns/resolver/pod-hosts.ts'
import { askServers, nameOf, resolve } from '../../src/dns/resolver/resolve.ts'
import { clusterWorld } from '../../src/tools/cluster-world.ts'
import type { ToolWorld } from '../../src/tools/tool.ts'
import { seededRandom } from '../../src/util/random.ts'
import { aNetworkLab, type NetworkLab } from '../support/network-lab.ts'

/** A program in a pod of the namespace default. */
const inPod = (lab: NetworkLab, pod: string): ToolWorld =>
  clusterWorld({
    cluster: lab,
    clusterDomain: 'cluster.local',
    now: lab.now,
    random: seededRandom(1),
    namespace: 'default',
    from: `pod/${pod}`,
    libc: 'glibc',
    out: { write: () => undefined },
    err: { write: () => undefined },
    files: { read: () => '', write: () => undefined },
  })

const addressesOf = async (lab: NetworkLab, name: string, pod = 'client'): Promise<readonly string[]> =>
  (await resolve(inPod(lab, pod), name)).addresses

/** What the records of a name say, sorted. */
const records = async (lab: NetworkLab, name: string, type: string): Promise<readonly string[]> => {
  const [step] = await askServers(inPod(lab, 'client'), `${name}.`, type)
  if (step?.exchange.outcome !== 'reply') throw new Error(`${name} ${type}: ${step?.exchange.outcome}`)
  return step.exchange.reply.answers.map(({ data }) => data).toSorted()
}

const aLab = (): NetworkLab => {
  const lab = aNetworkLab()
  lab.pod('client')
  return lab
}

describe('DNS, as the conformance tests of Kubernetes claim', () => {
  test('should provide DNS for the cluster', async () => {
    const lab = aLab()
    expect(await addressesOf(lab, 'kubernetes.default.svc.cluster.local')).toEqual(['10.96.0.1'])
    expect(await addressesOf(lab, 'google.com')).not.toEqual([])
  })

  test('should resolve DNS of partial qualified names for the cluster', async () => {
    const lab = aLab()
    for (const name of ['kubernetes', 'kubernetes.default', 'kubernetes.default.svc']) {
      expect(await addressesOf(lab, name)).toEqual(['10.96.0.1'])
    }
  })

  test('should provide /etc/hosts entries for the cluster', async () => {
    const lab = aLab()
    lab.pod('querier', { spec: { hostname: 'dns-querier-1', subdomain: 'dns-test-service' } })
    const { addresses, from } = await resolve(inPod(lab, 'querier'), 'dns-querier-1')
    expect({ addresses, from }).toEqual({ addresses: [lab.podIP('querier')], from: 'hosts' })
    const whole = 'dns-querier-1.dns-test-service.default.svc.cluster.local'
    expect(await resolve(inPod(lab, 'querier'), whole)).toMatchObject({ from: 'hosts' })
  })

  test('should provide DNS for services', async () => {
    const lab = aLab()
    lab.pod('server', { labels: { app: 'web' }, spec: { hostname: 'server' } })
    const ports = [{ name: 'http', port: 80 }]
    lab.service('headless', { clusterIP: 'None', selector: { app: 'web' }, ports })
    lab.service('regular', { selector: { app: 'web' }, ports })
    expect(await addressesOf(lab, 'headless.default.svc.cluster.local')).toEqual([lab.podIP('server')])
    expect(await addressesOf(lab, 'regular.default.svc.cluster.local')).toEqual([lab.clusterIP('regular')])
    expect(await records(lab, '_http._tcp.regular.default.svc.cluster.local', 'SRV')).toEqual([
      '0 100 80 regular.default.svc.cluster.local.',
    ])
    expect(await records(lab, '_http._tcp.headless.default.svc.cluster.local', 'SRV')).toHaveLength(1)
    expect(await nameOf(inPod(lab, 'client'), lab.clusterIP('regular'))).toBe('regular.default.svc.cluster.local')
  })

  test('should resolve DNS of partial qualified names for services', async () => {
    const lab = aLab()
    lab.service('web', { selector: { app: 'web' }, ports: [{ port: 80 }] })
    for (const name of ['web', 'web.default', 'web.default.svc']) {
      expect(await addressesOf(lab, name)).toEqual([lab.clusterIP('web')])
    }
  })

  test('should provide DNS for pods for Hostname', async () => {
    const lab = aLab()
    lab.service('dns-test-service-2', { clusterIP: 'None', selector: { app: 'dns' }, ports: [{ port: 80 }] })
    lab.pod('querier', {
      labels: { app: 'dns' },
      spec: { hostname: 'dns-querier-2', subdomain: 'dns-test-service-2' },
    })
    const name = 'dns-querier-2.dns-test-service-2.default.svc.cluster.local'
    expect(await addressesOf(lab, name)).toEqual([lab.podIP('querier')])
    expect(await resolve(inPod(lab, 'querier'), 'dns-querier-2')).toMatchObject({ from: 'hosts' })
  })

  test('should provide DNS for pods for Subdomain', async () => {
    const lab = aLab()
    lab.service('dns-test-service-2', { clusterIP: 'None', selector: { app: 'dns' }, ports: [{ port: 80 }] })
    lab.pod('querier', {
      labels: { app: 'dns' },
      spec: { hostname: 'dns-querier-2', subdomain: 'dns-test-service-2' },
    })
    expect(await addressesOf(lab, 'dns-test-service-2.default.svc.cluster.local')).toEqual([lab.podIP('querier')])
    expect(await addressesOf(lab, 'other.dns-test-service-2.default.svc.cluster.local')).toEqual([])
  })

  test('should provide DNS for ExternalName services', async () => {
    const lab = aLab()
    lab.service('external', { type: 'ExternalName', externalName: 'foo.example.com' })
    const name = 'external.default.svc.cluster.local'
    expect(await records(lab, name, 'CNAME')).toEqual(['foo.example.com.'])
    lab.patch(['Service', 'external'], { spec: { externalName: 'bar.example.com' } })
    lab.pass(31_000)
    expect(await records(lab, name, 'CNAME')).toEqual(['bar.example.com.'])
    lab.patch(['Service', 'external'], {
      spec: { type: 'ClusterIP', externalName: null, ports: [{ port: 80, name: 'http' }] },
    })
    lab.pass(31_000)
    expect(await records(lab, name, 'A')).toEqual([lab.clusterIP('external')])
  })

  test('should support configurable pod DNS nameservers', async () => {
    const lab = aLab()
    lab.service('server', { selector: { app: 'web' }, ports: [{ port: 80 }] })
    const dnsConfig = { nameservers: ['8.8.8.8'], searches: ['resolv.conf.local'] }
    lab.pod('custom', { spec: { dnsPolicy: 'None', dnsConfig } })
    expect(inPod(lab, 'custom').resolvConf).toMatchObject({ nameservers: ['8.8.8.8'], search: ['resolv.conf.local'] })
    const { steps, addresses } = await resolve(inPod(lab, 'custom'), 'server')
    expect(new Set(steps.map(({ server }) => server))).toEqual(new Set(['8.8.8.8']))
    expect(steps.map(({ question }) => question.name)).toContain('server.resolv.conf.local.')
    expect(addresses).toEqual([])
    expect(await addressesOf(lab, 'google.com', 'custom')).not.toEqual([])
  })

  test('should support configurable pod resolv.conf', async () => {
    const lab = aLab()
    lab.service('server', { selector: { app: 'web' }, ports: [{ port: 80 }] })
    const dnsConfig = {
      nameservers: ['10.96.0.10'],
      searches: ['default.svc.cluster.local'],
      options: [{ name: 'ndots', value: '2' }],
    }
    lab.pod('custom', { spec: { dnsPolicy: 'None', dnsConfig } })
    const { steps, addresses } = await resolve(inPod(lab, 'custom'), 'server')
    expect(addresses).toEqual([lab.clusterIP('server')])
    expect(steps[0]?.question.name).toMatch(/^server\.default\.svc\.cluster\.local\.?$/)
    // Two dots are enough for a name to be asked as it is first.
    const whole = await resolve(inPod(lab, 'custom'), 'www.example.com')
    expect(whole.steps[0]?.question.name).toMatch(/^www\.example\.com\.?$/)
  })

  test('should work with the pod containing more than 6 DNS search paths and longer than 256 search list characters', async () => {
    const lab = aLab()
    const long = Array.from({ length: 30 }, (_, index) => `${String(index).padStart(2, '0')}-padding-of-a-long-name`)
    lab.pod('custom', { spec: { dnsPolicy: 'ClusterFirst', dnsConfig: { searches: [...long.slice(0, 29)] } } })
    expect(inPod(lab, 'custom').resolvConf.search).toHaveLength(32)
    expect(await addressesOf(lab, 'kubernetes.default', 'custom')).toEqual(['10.96.0.1'])
  })
})

describe('/etc/hosts, as the conformance tests of Kubernetes claim', () => {
  const hosts = (lab: NetworkLab, pod: string): string => hostsTextOf(lab.find<Pod>('Pod', pod), 'cluster.local')

  test('should write entries to /etc/hosts when hostAliases are given', async () => {
    const lab = aLab()
    lab.pod('aliases', { spec: { hostAliases: [{ ip: '123.45.67.89', hostnames: ['foo', 'bar'] }] } })
    expect(hosts(lab, 'aliases')).toContain('123.45.67.89\tfoo\tbar\n')
    expect(await addressesOf(lab, 'bar', 'aliases')).toEqual(['123.45.67.89'])
  })

  test('should test kubelet managed /etc/hosts file', () => {
    const lab = aLab()
    lab.pod('host', { ports: [], spec: { hostNetwork: true } })
    expect(hosts(lab, 'client')).toMatch(/^# Kubernetes-managed hosts file\.\n/)
    expect(hosts(lab, 'client')).toContain(`${lab.podIP('client')}\tclient\n`)
    expect(hosts(lab, 'host')).toMatch(/^# Kubernetes-managed hosts file \(host network\)\.\n/)
  })
})
