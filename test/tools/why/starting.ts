import type { Broken } from './case.ts'
import { asService, nginx, pod, selecting, service, web } from './manifests.ts'

const late = ['clock advance 5s']
const dies = (restartPolicy: string): string =>
  `restartPolicy: ${restartPolicy}, containers: [{ name: main, image: busybox, command: [sh, -c, "echo cannot reach db; exit 2"] }]`
const claim = (name: string, storageClass = ''): string => `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: ${name} }
spec: { ${storageClass}accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`
const using = (name: string): string =>
  pod('user', `volumes: [{ name: v, persistentVolumeClaim: { claimName: ${name} } }], ${nginx}`)
const mounting = (volume: string): string => pod('user', `volumes: [{ name: v, ${volume} }], ${nginx}`)
const asking = (from: string): string =>
  pod('user', `containers: [{ name: main, image: nginx, env: [{ name: A, valueFrom: ${from} }] }]`)

/** Pods that do not start, or did not end well. */
export const starting: readonly Broken[] = [
  {
    name: 'a pod that failed',
    check: 'pods',
    cause: /it has failed: container main ended with code 2/,
    evidence: /it said last: cannot reach db/,
    manifest: pod('user', dies('Never')),
    commands: late,
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a pod that fails again and again, with its last words',
    check: 'pods',
    cause: /container main does not stay up: it ends with code 2/,
    evidence: /it said last: cannot reach db/,
    manifest: pod('user', dies('Always')),
    commands: ['clock advance 60s'],
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a command that is not there',
    check: 'pods',
    cause: /ended with code 127/,
    evidence: /a command that is not there/,
    manifest: pod('user', dies('Never').replace('exit 2', 'exit 127')),
    commands: late,
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a StatefulSet whose pod crashes',
    check: 'pods',
    cause: /does not stay up/,
    manifest: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: web } }
  template: { metadata: { labels: { app: web } }, spec: { ${dies('Always')} } }
${service(`clusterIP: None, ${selecting}`, 'db')}`,
    commands: ['clock advance 60s'],
    ask: 'statefulset/db -n <ns>',
  },
  {
    name: 'a ConfigMap of the environment that is not there',
    check: 'pods',
    cause: /container nginx waits for configmap settings, which is not there/,
    manifest: web('          envFrom: [{ configMapRef: { name: settings } }]') + service(selecting),
    commands: late,
    ...asService,
  },
  {
    name: 'a ConfigMap of one variable that is not there',
    check: 'pods',
    cause: /waits for configmap only-<ns>/,
    evidence: /there is one in namespace <ns>-b/,
    before: ['create namespace <ns>-b', 'create configmap only-<ns> -n <ns>-b'],
    manifest: asking('{ configMapKeyRef: { name: only-<ns>, key: a } }'),
    commands: late,
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a Secret with a slip in its name',
    check: 'pods',
    cause: /waits for secret keyz/,
    evidence: /there is secret\/keys, which may be meant/,
    before: ['create secret generic keys --from-literal=a=b -n <ns>'],
    manifest: asking('{ secretKeyRef: { name: keyz, key: a } }'),
    commands: late,
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a key of a Secret that is not there',
    check: 'pods',
    cause: /waits for key b of secret keys, which has none of that name/,
    before: ['create secret generic keys --from-literal=a=b -n <ns>'],
    manifest: asking('{ secretKeyRef: { name: keys, key: b } }'),
    commands: late,
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a ConfigMap of a volume that is not there',
    check: 'pods',
    cause: /volume v waits for configmap settings, which is not there/,
    manifest: mounting('configMap: { name: settings, items: [{ key: a, path: a }] }') + service(selecting),
    commands: late,
    ...asService,
  },
  {
    name: 'a key of a volume that is not there',
    check: 'pods',
    cause: /volume v waits for key a of configmap settings/,
    before: ['create configmap settings --from-literal=b=c -n <ns>'],
    manifest: mounting('configMap: { name: settings, items: [{ key: a, path: a }] }'),
    commands: late,
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'an init container that waits for a Service',
    check: 'pods',
    cause: /init container first waits for the name mydb, and there is no Service mydb in namespace <ns>/,
    manifest: pod(
      'user',
      `initContainers: [{ name: first, image: busybox, command: [sh, -c, "until nslookup mydb; do sleep 2; done"] }], ${nginx}`,
    ),
    commands: late,
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a sidecar that does not start',
    check: 'pods',
    cause: /the startup probe of container side fails/,
    manifest: pod(
      'user',
      'initContainers: [{ name: side, image: redis, restartPolicy: Always, startupProbe: { tcpSocket: { port: 81 }, periodSeconds: 1 } }], containers: [{ name: main, image: nginx }]',
    ),
    commands: ['clock advance 30s'],
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a node that is named, and tainted',
    check: 'pods',
    cause: /it does not tolerate the taint node-role\.kubernetes\.io\/control-plane:NoSchedule/,
    manifest: pod('user', `nodeSelector: { kubernetes.io/hostname: my-cluster-control-plane }, ${nginx}`),
    ask: 'pod/user -n <ns>',
    profile: 'default',
  },
  {
    name: 'a claim that is not there',
    check: 'pods',
    cause: /it has no node: there is no PersistentVolumeClaim data/,
    manifest: using('data'),
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a slip in the name of a claim',
    check: 'pods',
    cause: /there is no PersistentVolumeClaim dta; data may be meant/,
    manifest: claim('data') + using('dta'),
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a claim without a volume, as its pod meets it',
    check: 'pods',
    cause: /claim data has no volume: there is no StorageClass fast/,
    manifest: claim('data', 'storageClassName: fast, ') + using('data'),
    ask: 'pod/user -n <ns>',
  },
  {
    name: 'a claim without a volume',
    check: 'claim',
    cause: /no volume is free that suits it, and no StorageClass makes one/,
    manifest: claim('data', 'storageClassName: "", '),
    ask: 'pvc/data -n <ns>',
  },
]
