import { beforeAll, describe, expect, test } from 'vitest'
import { curl } from '../../src/tools/curl/curl.ts'
import { nslookup } from '../../src/tools/nslookup/nslookup.ts'
import { aWebLab, type WebLab } from '../support/web-lab.ts'

const policy = (name: string, spec: object, namespace = 'default'): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace },
  spec,
})
const dnsPorts = [{ protocol: 'UDP', port: 53 }]

describe('questions to the DNS and NetworkPolicies', () => {
  let lab: WebLab
  beforeAll(() => {
    lab = aWebLab()
    lab.cluster.create(policy('quiet', { podSelector: { matchLabels: { app: 'nginx' } }, policyTypes: ['Egress'] }))
    lab.cluster.create(
      policy('careful', {
        podSelector: { matchLabels: { app: 'redis' } },
        policyTypes: ['Egress'],
        egress: [{ ports: dnsPorts }],
      }),
    )
  })

  test.for([
    {
      name: 'a pod that may send nothing asks nobody',
      from: 'pod/nginx',
      said: /^curl: \(6\) Could not resolve host: web\n$/,
    },
    {
      name: 'a pod that may only ask finds the address',
      from: 'pod/redis',
      said: /^curl: \(28\) Failed to connect to web port 80/,
    },
    { name: 'policies of others change nothing', from: 'pod/web', said: /^$/ },
    { name: 'nor do they for the laptop', from: 'laptop', said: /^curl: \(6\)/ },
  ])('$name', async ({ from, said }) => {
    expect((await lab.run(curl, ['-sS', 'web'], { from })).stderr).toMatch(said)
  })

  test.for([
    { name: "the laptop does not come to CoreDNS's virtual IP", from: 'laptop', code: 1 },
    { name: 'a node does', from: 'node/my-cluster-worker', code: 0 },
  ])('$name', async ({ from, code }) => {
    const asked = await aWebLab().run(nslookup, ['kubernetes.default.svc.cluster.local', '10.96.0.10'], { from })
    expect(asked.code).toBe(code)
  })

  test('CoreDNS may be shut in', async () => {
    const shut = aWebLab()
    shut.cluster.create(policy('shut', { podSelector: {}, policyTypes: ['Ingress'] }, 'kube-system'))
    expect((await shut.run(curl, ['-sS', 'web'])).code).toBe(6)
  })
})
