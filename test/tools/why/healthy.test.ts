import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCli } from '../../support/run-cli.ts'

const cli = aCli({ env: { KUBESIM_PROFILE: 'default' } })
beforeAll(async () => {
  await cli.run('clock freeze')
})
afterAll(() => cli.remove())

const example = (path: string): string => readFileSync(`manifests/examples/${path}.yaml`, 'utf8')

const deployment = (
  name: string,
  { image = 'nginx', labels = `app: ${name}`, more = '', replicas = 2 } = {},
): string => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name} }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { ${labels} } }
  template:
    metadata: { labels: { ${labels} } }
    spec: { containers: [{ name: main, image: '${image}'${more ? `, ${more}` : ''} }] }
`
const service = (name: string, spec: string): string => `---
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { ${spec} }
`
const pod = (name: string, spec: string, labels = `app: ${name}`): string => `---
apiVersion: v1
kind: Pod
metadata: { name: ${name}, labels: { ${labels} } }
spec: { ${spec} }
`
const policy = (name: string, spec: string): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name} }
spec: { ${spec} }
`
const nginx = 'containers: [{ name: nginx, image: nginx }]'
const port = 'ports: [{ port: 80 }]'
const selecting = `selector: { app: web }, ${port}`
const web = deployment('web')
const endpoints = (name: string, ip: string, ports = '[{ port: 80 }]'): string => `---
apiVersion: v1
kind: Endpoints
metadata: { name: ${name} }
subsets: [{ addresses: [{ ip: ${ip} }], ports: ${ports} }]
`
const slice = (name: string, ip: string): string => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: ${name}-1, labels: { kubernetes.io/service-name: ${name} } }
addressType: IPv4
ports: [{ name: "", port: 80, protocol: TCP }]
endpoints: [{ addresses: [${ip}] }]
`
const set = (name: string): string => `---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: ${name} }
spec:
  serviceName: ${name}
  replicas: 2
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { ${nginx} }
`
const job = (name: string, spec: string, more = ''): string => `---
apiVersion: batch/v1
kind: Job
metadata: { name: ${name} }
spec: { ${more}template: { spec: { restartPolicy: Never, ${spec} } } }
`
const claim = `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`
const daemon = `---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { ${nginx} }
`
const probe = (path: string, number: number): string =>
  `readinessProbe: { httpGet: { path: ${path}, port: ${number} }, periodSeconds: 1 }, livenessProbe: { httpGet: { path: ${path}, port: ${number} } }`

interface Row {
  readonly name: string
  readonly manifest: string
  /** What else to ask about: names and URLs. */
  readonly ask?: readonly string[]
}

// The Services of the first folder select what their text calls jm-web, which the Deployment beside them is not.
const jmWeb = deployment('jm-web')

const rows: readonly Row[] = [
  {
    name: '1-services/clusterip',
    manifest: `${example('1-services/web')}---\n${example('1-services/clusterip')}`,
    ask: ['jm', 'http://jm/'],
  },
  {
    name: '1-services/nodeport',
    manifest: `${example('1-services/nodeport')}${jmWeb}`,
    ask: ['http://172.18.0.3:30001/ --from laptop'],
  },
  {
    name: '1-services/loadbalancer',
    manifest: `${example('1-services/loadbalancer')}${jmWeb}`,
    ask: ['http://jm-web:8080/'],
  },
  { name: '1-services/externalname', manifest: example('1-services/externalname'), ask: ['jm-api'] },
  { name: '1-services/endpoints', manifest: example('1-services/endpoints'), ask: ['jm-api'] },
  { name: '1-services/web', manifest: example('1-services/web') },
  {
    name: '2-headless/headless',
    manifest: example('2-headless/headless'),
    ask: ['headless1', 'pod-a.headless1', 'http://pod-b.headless1:8080/'],
  },
  { name: '2-headless/endpoints', manifest: example('2-headless/endpoints'), ask: ['endpoint2'] },
  { name: '2-headless/externalname', manifest: example('2-headless/externalname'), ask: ['externalname1'] },
  {
    name: '3-discovery/kuard',
    manifest: example('3-discovery/kuard'),
    ask: ['alpaca-prod', 'http://alpaca-prod:8080/'],
  },
  {
    name: '4-hostname/clusterip',
    manifest: `${example('4-hostname/deployment')}---\n${example('4-hostname/clusterip')}`,
    ask: ['http://hostname-svc-clusterip:8080/'],
  },
  {
    name: '4-hostname/nodeport',
    manifest: `${example('4-hostname/deployment')}---\n${example('4-hostname/nodeport')}`,
  },
  {
    name: '4-hostname/loadbalancer',
    manifest: `${example('4-hostname/deployment')}---\n${example('4-hostname/loadbalancer')}`,
  },
  { name: '4-hostname/local', manifest: `${example('4-hostname/deployment')}---\n${example('4-hostname/local')}` },
  { name: '4-hostname/deployment', manifest: example('4-hostname/deployment') },
  {
    name: '5-numbers/api',
    manifest: `${example('5-numbers/api')}---\n${example('5-numbers/api-service')}`,
    ask: ['http://numbers-api/rng'],
  },
  { name: '5-numbers/external/api', manifest: example('5-numbers/external/api'), ask: ['numbers-api'] },
  {
    name: '5-numbers/web',
    manifest: ['web', 'web-service', 'api', 'api-service'].map(name => example(`5-numbers/${name}`)).join('---\n'),
    ask: ['http://numbers-web:8080/'],
  },
  { name: '5-numbers/sleep', manifest: example('5-numbers/sleep'), ask: ['sleep-2'] },
  {
    name: 'a Service and its pods',
    manifest: web + service('web', selecting),
    ask: ['web', 'web.<ns>', 'web.<ns>.svc', 'web.<ns>.svc.cluster.local', 'web.<ns>.svc.cluster.local.'],
  },
  {
    name: 'another port',
    manifest: web + service('web', 'selector: { app: web }, ports: [{ port: 8080, targetPort: 80 }]'),
    ask: ['http://web:8080/'],
  },
  {
    name: 'a port by name',
    manifest:
      deployment('web', { more: 'ports: [{ name: http, containerPort: 80 }]' }) +
      service('web', 'selector: { app: web }, ports: [{ port: 80, targetPort: http }]'),
  },
  { name: 'no containerPort at all', manifest: web + service('web', selecting), ask: ['http://web/'] },
  {
    name: 'two ports',
    manifest:
      deployment('dns', { image: 'coredns/coredns' }) +
      service('dns', 'selector: { app: dns }, ports: [{ name: health, port: 8080 }, { name: metrics, port: 9153 }]'),
  },
  {
    name: 'TCP and UDP',
    manifest:
      deployment('dns', { image: 'coredns/coredns', more: 'ports: [{ containerPort: 53, protocol: UDP }]' }) +
      service(
        'dns',
        'selector: { app: dns }, ports: [{ name: udp, port: 53, protocol: UDP }, { name: tcp, port: 53, protocol: TCP }]',
      ),
  },
  {
    name: 'an unknown image',
    manifest:
      deployment('own', { image: 'registry.example.com/own:1', more: 'ports: [{ containerPort: 3000 }]' }) +
      service('own', 'selector: { app: own }, ports: [{ port: 80, targetPort: 3000 }]'),
    ask: ['http://own/'],
  },
  {
    name: 'an unknown image without ports',
    manifest:
      deployment('own', { image: 'registry.example.com/own:1' }) +
      service('own', 'selector: { app: own }, ports: [{ port: 4321 }]'),
  },
  {
    name: 'redis',
    manifest:
      deployment('redis', { image: 'redis:7' }) + service('redis', 'selector: { app: redis }, ports: [{ port: 6379 }]'),
  },
  { name: 'probes that pass', manifest: deployment('web', { more: probe('/', 80) }) + service('web', selecting) },
  {
    name: 'probes of kuard',
    manifest:
      deployment('kuard', { image: 'gcr.io/kuar-demo/kuard-amd64:blue', more: probe('/healthy', 8080) }) +
      service('kuard', 'selector: { app: kuard }, ports: [{ port: 80, targetPort: 8080 }]'),
  },
  {
    name: 'a headless Service of plain pods',
    manifest: web + service('web', `clusterIP: None, ${selecting}`),
    ask: ['web'],
  },
  {
    name: 'a stateful set',
    manifest: set('db') + service('db', 'clusterIP: None, selector: { app: db }, ports: [{ port: 80 }]'),
    ask: ['db', 'db-0.db', 'db-1.db.<ns>'],
  },
  { name: 'a daemon set', manifest: daemon + service('web', selecting) },
  {
    name: 'a daemon set with internal policy Local',
    manifest: daemon + service('web', `internalTrafficPolicy: Local, ${selecting}`),
  },
  {
    name: 'a daemon set with external policy Local',
    manifest: daemon + service('web', `type: NodePort, externalTrafficPolicy: Local, ${selecting}`),
  },
  {
    name: 'a balancer with policy Local and one pod',
    manifest:
      deployment('web', { replicas: 1 }) +
      service('web', `type: LoadBalancer, externalTrafficPolicy: Local, ${selecting}`),
  },
  {
    name: 'a node port',
    manifest: web + service('web', 'type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 30777 }]'),
    ask: ['http://172.18.0.2:30777/ --from laptop', 'http://172.18.0.2:30777/'],
  },
  { name: 'an external IP', manifest: web + service('web', `externalIPs: [198.51.100.7], ${selecting}`) },
  {
    name: 'unready pods published',
    manifest:
      deployment('web', { more: 'readinessProbe: { httpGet: { port: 80 }, initialDelaySeconds: 600 }' }) +
      service('web', `publishNotReadyAddresses: true, ${selecting}`),
  },
  { name: 'a slice by hand', manifest: service('far', port) + slice('far', '192.168.0.20'), ask: ['far'] },
  {
    name: 'Endpoints with named ports',
    manifest:
      service('far', 'ports: [{ name: http, port: 80 }, { name: https, port: 443 }]') +
      endpoints('far', '192.168.0.10', '[{ name: http, port: 80 }, { name: https, port: 443 }]'),
  },
  {
    name: 'headless with Endpoints',
    manifest: service('far', `clusterIP: None, ${port}`) + endpoints('far', '192.168.0.10'),
  },
  {
    name: 'an ExternalName within the cluster',
    manifest: service('alias', 'type: ExternalName, externalName: kubernetes.default.svc.cluster.local'),
    ask: ['alias'],
  },
  {
    name: 'an ExternalName of the company',
    manifest: service('db', 'type: ExternalName, externalName: db.company.internal'),
    ask: ['db'],
  },
  {
    name: 'an ExternalName that only the real Internet knows',
    manifest: service('api', 'type: ExternalName, externalName: api.somewhere.example'),
  },
  {
    name: 'a policy that lets some in',
    manifest:
      web +
      service('web', selecting) +
      policy(
        'some',
        'podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 80 }] }]',
      ),
    ask: ['http://web/'],
  },
  {
    name: 'a policy for others',
    manifest:
      web +
      service('web', selecting) +
      policy('others', 'podSelector: { matchLabels: { app: db } }, policyTypes: [Ingress]'),
    ask: ['http://web/'],
  },
  {
    name: 'a policy with the DNS',
    manifest:
      web +
      policy(
        'out',
        'podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }, { port: 53 }] }]',
      ),
  },
  {
    name: 'a bare client pod',
    manifest: pod('client', 'containers: [{ name: box, image: busybox, command: [sleep, infinity] }]'),
  },
  {
    name: 'a finished pod',
    manifest: pod(
      'done',
      'restartPolicy: Never, containers: [{ name: box, image: busybox, command: [sh, -c, exit 0] }]',
    ),
  },
  {
    name: "a pod on its host's network with the policy for it",
    manifest: pod(
      'agent',
      `hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet, containers: [{ name: agent, image: registry.example.com/agent, ports: [{ containerPort: 7000 }] }]`,
    ),
  },
  {
    name: 'a pod with a DNS configuration of its own',
    manifest: pod('client', `dnsConfig: { options: [{ name: ndots, value: "2" }] }, ${nginx}`),
    ask: ['kubernetes.default --from pod/client', 'www.example.com --from pod/client'],
  },
  {
    name: 'a sidecar',
    manifest:
      pod(
        'two',
        'initContainers: [{ name: side, image: redis, restartPolicy: Always }], containers: [{ name: nginx, image: nginx }]',
      ) + service('two', 'selector: { app: two }, ports: [{ port: 80 }]'),
  },
  {
    name: 'two containers',
    manifest:
      pod('two', 'containers: [{ name: nginx, image: nginx }, { name: redis, image: redis }]') +
      service('two', 'selector: { app: two }, ports: [{ name: web, port: 80 }, { name: redis, port: 6379 }]'),
  },
  {
    name: 'more labels than the selector has',
    manifest: deployment('web', { labels: 'app: web, tier: front, version: v1' }) + service('web', selecting),
  },
  {
    name: 'two Services of the same pods',
    manifest: web + service('web', selecting) + service('web-too', `type: NodePort, ${selecting}`),
    ask: ['http://web/', 'http://web-too/'],
  },
  {
    name: 'a policy for everything, and what is needed',
    manifest:
      web +
      service('web', selecting) +
      policy('deny', 'podSelector: {}, policyTypes: [Ingress, Egress]') +
      policy('dns', 'podSelector: {}, policyTypes: [Egress], egress: [{ ports: [{ port: 53, protocol: UDP }] }]') +
      policy('in', 'podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: 80 }] }]') +
      policy('out', 'podSelector: {}, policyTypes: [Egress], egress: [{ to: [{ podSelector: {} }] }]'),
    ask: ['http://web/'],
  },
  {
    name: 'UDP where UDP is declared',
    manifest:
      deployment('syslog', {
        image: 'registry.example.com/syslog',
        more: 'ports: [{ containerPort: 514, protocol: UDP }]',
      }) + service('syslog', 'selector: { app: syslog }, ports: [{ port: 514, protocol: UDP }]'),
  },
  {
    name: 'an init container that ends well',
    manifest:
      pod('web', `initContainers: [{ name: first, image: busybox, command: [sh, -c, exit 0] }], ${nginx}`) +
      service('web', selecting),
    ask: ['http://web/'],
  },
  {
    name: 'a Job that is done',
    manifest: job('once', 'containers: [{ name: box, image: busybox, command: [sh, -c, exit 0] }]'),
  },
  {
    name: 'a Job that works',
    manifest: job('once', 'containers: [{ name: box, image: busybox, command: [sleep, "1000"] }]'),
  },
  {
    name: 'a Job that succeeded at the second try',
    manifest: job('once', 'containers: [{ name: box, image: busybox, command: [sh, -c, exit 0] }]', 'completions: 2, '),
  },
  {
    name: 'a CronJob that waits for its time',
    manifest: `---
apiVersion: batch/v1
kind: CronJob
metadata: { name: tick }
spec:
  schedule: "0 0 1 1 *"
  jobTemplate: { spec: { template: { spec: { restartPolicy: Never, ${nginx} } } } }
`,
  },
  {
    name: 'a ReplicaSet and a ReplicationController',
    manifest: `${web}---
apiVersion: v1
kind: ReplicationController
metadata: { name: old }
spec: { selector: { app: old }, template: { metadata: { labels: { app: old } }, spec: { ${nginx} } } }
`,
  },
  {
    name: 'settings that are there',
    manifest:
      `---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { a: b }
` +
      deployment('web', {
        more: 'envFrom: [{ configMapRef: { name: settings } }, { secretRef: { name: none, optional: true } }]',
      }) +
      service('web', selecting),
    ask: ['http://web/'],
  },
  {
    name: 'a claim and its pod',
    manifest: `${claim}${pod('user', `volumes: [{ name: v, persistentVolumeClaim: { claimName: data } }], ${nginx}`)}`,
  },
  { name: 'a claim that waits for its first pod', manifest: claim },
  {
    name: 'a numbers application with its API',
    manifest:
      deployment('web', { image: 'kiamol/ch03-numbers-web' }) +
      service('web', selecting) +
      deployment('api', { image: 'kiamol/ch03-numbers-api' }) +
      service('numbers-api', `selector: { app: api }, ${port}`),
    ask: ['http://web/'],
  },
  {
    name: 'a chain of aliases',
    manifest:
      web +
      service('web', selecting) +
      service('a', 'type: ExternalName, externalName: b.<ns>.svc.cluster.local') +
      service('b', 'type: ExternalName, externalName: web.<ns>.svc.cluster.local'),
    ask: ['a', 'http://a/'],
  },
  {
    name: 'a policy for pods that are not there yet',
    manifest: policy('later', 'podSelector: { matchLabels: { part: database } }, policyTypes: [Ingress]'),
  },
  {
    name: 'a slice to a pod that is there by its host',
    manifest: service('far', 'ports: [{ name: http, port: 80 }]') + slice('far', '192.168.0.21').replace('""', 'http'),
  },
  {
    name: 'a hostPort',
    manifest: deployment('edge', { replicas: 1, more: 'ports: [{ containerPort: 80, hostPort: 8099 }]' }),
  },
  {
    name: 'aliases of hosts that hide nothing',
    manifest: pod('client', `hostAliases: [{ ip: 10.0.0.9, hostnames: [legacy] }], ${nginx}`),
    ask: ['legacy --from pod/client'],
  },
  {
    name: 'a taint that is tolerated, an affinity that is met',
    manifest: pod(
      'tough',
      `tolerations: [{ operator: Exists }], affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: kubernetes.io/os, operator: In, values: [linux] }] }] } } }, ${nginx}`,
    ),
  },
  {
    name: 'requests that fit',
    manifest:
      deployment('web', {
        more: 'resources: { requests: { cpu: 100m, memory: 64Mi }, limits: { cpu: 1, memory: 128Mi } }',
      }) + service('web', selecting),
    ask: ['http://web/'],
  },
  {
    name: 'a StatefulSet beside a Service with an address',
    manifest:
      set('db') +
      service('db', 'clusterIP: None, selector: { app: db }, ports: [{ port: 80 }]') +
      service('db-read', 'selector: { app: db }, ports: [{ port: 80 }]'),
    ask: ['http://db-read/', 'http://db-1.db/'],
  },
  {
    name: 'a port by name, of two containers',
    manifest:
      pod(
        'two',
        'containers: [{ name: nginx, image: nginx, ports: [{ name: http, containerPort: 80 }] }, { name: side, image: redis, ports: [{ name: redis, containerPort: 6379 }] }]',
      ) +
      service(
        'two',
        'selector: { app: two }, ports: [{ name: a, port: 8080, targetPort: http }, { name: b, port: 6379, targetPort: redis }]',
      ),
    ask: ['http://two:8080/'],
  },
  {
    name: 'nothing',
    manifest: service('alias', 'type: ExternalName, externalName: www.kubernetes.io'),
    ask: [
      'kubernetes.default',
      'kube-dns.kube-system',
      'github.com',
      'www.google.com.',
      'db.company.internal',
      'https://kubernetes.default/',
      '10-244-1-2.default.pod',
    ],
  },
]

const kinds = [
  'services,pods,endpoints,endpointslices,deployments,replicasets,replicationcontrollers,statefulsets,daemonsets',
  'jobs,cronjobs,networkpolicies,persistentvolumeclaims',
].join(',')

describe('why finds nothing wrong with', () => {
  test('nodes and namespaces', async () => {
    for (const asked of ['node/my-cluster-control-plane', 'node/my-cluster-worker', 'namespace/kube-system'])
      expect((await cli.run(`why ${asked}`)).stdout).toBe(`${asked}: nothing found\n`)
  })

  test('every example', () => {
    const files = readdirSync('manifests/examples', { recursive: true, encoding: 'utf8' }).filter(
      path => path.endsWith('.yaml') && !path.startsWith('broken'),
    )
    const missing = files.filter(path => !rows.some(({ manifest }) => manifest.includes(example(path.slice(0, -5)))))
    expect(missing).toEqual([])
  })

  test('fifty clusters and more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(50)
  })

  test.for(rows.map((row, index) => ({ ...row, index })))('$name', async ({ manifest, ask = [], index }) => {
    const namespace = `healthy-${index}`
    await cli.run(`create namespace ${namespace}`)
    const applied = await cli.run(`apply -n ${namespace} -f -`, { stdin: manifest.replaceAll('<ns>', namespace) })
    expect(applied.code).toBe(0)
    await cli.run('clock advance 5s')
    const { stdout } = await cli.run(`get ${kinds} -n ${namespace} -o name`)
    const objects = stdout
      .trim()
      .split('\n')
      .map(name => name.replace(/\.[a-z0-9.]+\//, '/'))
    for (const asked of [...objects, ...ask.map(words => words.replaceAll('<ns>', namespace))]) {
      const told = await cli.run(`why ${asked} -n ${namespace}`)
      expect(`${asked}\n${told.stdout}${told.stderr}`).toMatch(/: nothing found\n$/)
      expect(told.stdout.split('\n')).toHaveLength(2)
      expect(told.code).toBe(0)
    }
    await cli.run(`delete namespace ${namespace}`)
  })
})
