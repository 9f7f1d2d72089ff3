import type { Broken } from './case.ts'
import { asService, nginx, pod, ports, selecting, service, web } from './manifests.ts'

const dies = 'containers: [{ name: main, image: busybox, command: [sh, -c, "echo cannot reach db; exit 2"] }]'
const lasts = 'containers: [{ name: main, image: busybox, command: [sleep, "1000"] }]'
const job = (spec: string, more = '{}', restartPolicy = 'Never'): string =>
  `
apiVersion: batch/v1
kind: Job
metadata: { name: once }
spec: { <<: ${more}, template: { spec: { restartPolicy: ${restartPolicy}, ${spec} } } }
`
    .replace('<<: {}, ', '')
    .replace(/<<: \{ (.*?) \}/, '$1')
const asJob = { check: 'job', ask: 'job/once -n <ns>' }
const cronJob = (spec: string, more = ''): string => `
apiVersion: batch/v1
kind: CronJob
metadata: { name: tick }
spec:
  schedule: "* * * * *"
  jobTemplate: { spec: { backoffLimit: 0, ${more}template: { spec: { restartPolicy: Never, ${spec} } } } }
`
const asCronJob = { check: 'job', ask: 'cronjob/tick -n <ns>' }

const jobs: readonly Broken[] = [
  {
    name: 'a Job that failed',
    cause: /it has failed after 2 tries: container main ended with code 2/,
    evidence: /it said last: cannot reach db/,
    manifest: job(dies, '{ backoffLimit: 1 }'),
    commands: ['clock advance 120s'],
    ...asJob,
  },
  {
    name: 'a Job that still tries',
    cause: /its pods fail: container main ended with code 2/,
    manifest: job(dies),
    commands: ['clock advance 15s'],
    ...asJob,
  },
  {
    name: 'a Job whose container is started again',
    cause: /container main does not stay up: it ends with code 2/,
    manifest: job(dies, '{}', 'OnFailure'),
    commands: ['clock advance 15s'],
    ...asJob,
    check: 'pods',
  },
  {
    name: 'a Job that was too slow',
    cause: /it was not done within its activeDeadlineSeconds, 30/,
    manifest: job(lasts, '{ activeDeadlineSeconds: 30 }'),
    commands: ['clock advance 40s'],
    ...asJob,
  },
  {
    name: 'a Job that is suspended',
    cause: /it is suspended/,
    manifest: job(lasts, '{ suspend: true }'),
    ...asJob,
  },
  {
    name: 'a Job without its service account',
    cause: /it has no pods: job\/once cannot make any, for there is no service account robot/,
    manifest: job(`serviceAccountName: robot, ${lasts}`),
    ...asJob,
  },
  {
    name: 'a Job without its image',
    cause: /the image ghost:3 of container main cannot be pulled/,
    before: ['fault image ghost:3'],
    manifest: job('containers: [{ name: main, image: "ghost:3" }]'),
    commands: ['clock advance 30s'],
    ...asJob,
    check: 'pods',
  },
  {
    name: 'a CronJob whose Jobs fail',
    cause: /it has failed after one try: container main ended with code 2/,
    manifest: cronJob(dies),
    commands: ['clock advance 70s'],
    ...asCronJob,
  },
  {
    name: 'a CronJob whose Jobs are too slow',
    cause: /not done within its activeDeadlineSeconds, 5/,
    manifest: cronJob(lasts, 'activeDeadlineSeconds: 5, '),
    commands: [
      'clock advance 70s',
      // The last one had its time, too.
      `patch cronjob tick -n <ns> -p '{"spec":{"schedule":"0 0 1 1 *"}}'`,
      'clock advance 10s',
    ],
    ...asCronJob,
  },
  {
    name: 'a CronJob that is suspended',
    cause: /it makes no Jobs until somebody resumes it/,
    manifest: cronJob(lasts).replace('spec:\n', 'spec:\n  suspend: true\n'),
    ...asCronJob,
  },
]

const deployments: readonly Broken[] = [
  {
    name: 'a Deployment that is paused from the start',
    check: 'selector',
    cause: /it has no pods: deployment\/web is paused/,
    manifest: web().replace('replicas: 2', 'replicas: 2\n  paused: true') + service(selecting),
    ...asService,
  },
  {
    name: 'a Deployment that is paused in its rollout',
    check: 'workload',
    cause: /its rollout is paused/,
    manifest: web(),
    commands: ['rollout pause deployment/web -n <ns>', 'set image deployment/web nginx=nginx:1.28 -n <ns>'],
    ask: 'deployment/web -n <ns>',
  },
  {
    name: 'a quota that is enough for some',
    check: 'workload',
    cause: /it has 1 of 2 pods and cannot make more, for quota small is used up/,
    before: ['create quota small --hard=pods=1 -n <ns>'],
    manifest: web(),
    ask: 'deployment/web -n <ns>',
  },
  {
    name: 'a ReplicationController of no replicas',
    check: 'workload',
    cause: /replicationcontroller\/old is scaled to 0/,
    manifest: `apiVersion: v1
kind: ReplicationController
metadata: { name: old }
spec: { replicas: 0, selector: { app: web }, template: { metadata: { labels: { app: web } }, spec: { ${nginx} } } }
`,
    ask: 'rc/old -n <ns>',
  },
]

const policy = (spec: string): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: rule }
spec: { ${spec} }
`
const client = pod('client', nginx, 'role: client')
const policies: readonly Broken[] = [
  {
    name: 'a NetworkPolicy with a slip in its podSelector',
    check: 'policy',
    cause: /its podSelector selects no pods: the value of app is wbe, the pods have web/,
    manifest: web() + policy('podSelector: { matchLabels: { app: wbe } }, ingress: [{ from: [{ podSelector: {} }] }]'),
    ask: 'networkpolicy/rule -n <ns>',
  },
  {
    name: 'a NetworkPolicy with a slip in a rule',
    check: 'policy',
    cause: /its ingress rule selects no pods: the value of role is cleint, the pods have client/,
    manifest:
      web() +
      client +
      policy(
        'podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ podSelector: { matchLabels: { role: cleint } } }] }]',
      ),
    ask: 'networkpolicy/rule -n <ns>',
  },
  {
    name: 'a NetworkPolicy with a namespace by a label that none has',
    check: 'request',
    cause:
      /its ingress rule selects no namespaces: the key is name, the namespaces have kubernetes\.io\/metadata\.name/,
    manifest:
      web() +
      service(selecting) +
      policy(
        'podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ namespaceSelector: { matchLabels: { name: <ns> } } }] }]',
      ),
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'a NetworkPolicy that lets nobody in, asked about itself',
    check: 'network-policy',
    cause: /NetworkPolicy rule lets nobody come to it/,
    manifest: web() + policy('podSelector: {}, policyTypes: [Ingress]'),
    ask: 'networkpolicy/rule -n <ns>',
  },
]

const nodes: readonly Broken[] = [
  {
    name: 'a node that is cordoned',
    check: 'node',
    cause: /it is cordoned/,
    before: ['cordon my-cluster-worker3'],
    ask: 'node/my-cluster-worker3',
    profile: 'default',
  },
  {
    name: 'a node that is down',
    check: 'node',
    cause: /it is down/,
    before: ['fault node my-cluster-worker3', 'clock advance 60s'],
    ask: 'node/my-cluster-worker3',
    profile: 'default',
  },
]

const api = web().replaceAll('web', 'api').replace('nginx:1.27', 'kiamol/ch03-numbers-api')
const apiService = (spec: string): string => service(spec, 'numbers-api')
const numbers = web().replace('nginx:1.27', 'kiamol/ch03-numbers-web') + service(selecting)
const inVain = 'it calls http://numbers-api/sixeyed/kiamol/master/ch03/numbers/rng, in vain'
const calls: readonly Broken[] = [
  {
    name: 'a web application without its API',
    check: 'calls',
    cause: new RegExp(`${inVain}: there is no Service numbers-api in namespace <ns>`),
    manifest: numbers,
    ...asService,
  },
  {
    name: 'a web application whose API has no Service',
    check: 'calls',
    cause: new RegExp(`${inVain}: there is no Service numbers-api`),
    manifest: `${numbers}---${api.replace('name: api', 'name: numbers-api')}`,
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'a web application whose API is in another namespace',
    check: 'calls',
    cause: new RegExp(`${inVain}: there is no Service numbers-api`),
    before: ['create namespace <ns>-b', 'run numbers-api --image=kiamol/ch03-numbers-api --port=80 --expose -n <ns>-b'],
    manifest: numbers,
    ask: 'deployment/web -n <ns>',
  },
  {
    name: 'a web application whose API has no endpoints',
    check: 'calls',
    cause: new RegExp(`${inVain}: its selector matches no pod: the value of app is apii`),
    manifest: `${numbers}---${api}${apiService(`selector: { app: apii }, ${ports}`)}`,
    ask: 'pod/<pod> -n <ns>',
  },
  {
    name: 'a web application whose API has another port',
    check: 'calls',
    cause: new RegExp(`${inVain}: Service numbers-api has no port 80`),
    manifest: `${numbers}---${api}${apiService('selector: { app: api }, ports: [{ port: 8080, targetPort: 80 }]')}`,
    ...asService,
  },
]

/** What makes pods, and what is done for them. */
export const workloadCases: readonly Broken[] = [...jobs, ...deployments, ...policies, ...nodes, ...calls]
