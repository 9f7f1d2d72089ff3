import type { Broken } from './case.ts'
import { asService, denyAll, endpoints, nginx, pod, ports, selecting, service, web } from './manifests.ts'

const policy = (name: string, spec: string): string => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name} }
spec: { ${spec} }
`
const ingress = (backend: string, more = ''): string => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: shop }
spec: { ${more}rules: [{ host: shop.example, http: { paths: [{ path: /, pathType: Prefix, backend: { service: ${backend} } }] } }] }
`
const set = (serviceName: string): string => `---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: ${serviceName}
  replicas: 2
  selector: { matchLabels: { app: db } }
  template: { metadata: { labels: { app: db } }, spec: { containers: [{ name: db, image: postgres }] } }
`
const headlessDb = service('clusterIP: None, selector: { app: db }, ports: [{ port: 5432 }]', 'db')

const selectors: readonly Broken[] = [
  {
    name: 'a selector with a label too many',
    check: 'selector',
    cause: /its selector matches no pod: the pods have no label tier$/,
    manifest: web() + service(`selector: { app: web, tier: front }, ${ports}`),
    ...asService,
  },
  {
    name: 'a selector that is right by half',
    check: 'selector',
    cause: /the value of track is canary, the pods have stable/,
    manifest: pod('a', nginx, 'app: web, track: stable') + service(`selector: { app: web, track: canary }, ${ports}`),
    ...asService,
  },
  {
    name: 'another value, while a namespace beside has pods and a Service of the first one',
    check: 'selector',
    cause: /the value of app is oranges, the pods have web/,
    before: [
      'create namespace <ns>-b',
      'run oranges --image=nginx --labels=app=oranges -n <ns>-b',
      'expose pod oranges --port=80 -n <ns>-b',
    ],
    manifest: web() + service(`selector: { app: oranges }, ${ports}`),
    ...asService,
  },
  {
    name: 'a quota that is used up',
    check: 'selector',
    cause: /deployment\/web cannot make any, for quota small is used up/,
    before: ['create quota small --hard=pods=0 -n <ns>'],
    manifest: web() + service(selecting),
    ...asService,
  },
  {
    name: 'a quota that wants to be told',
    check: 'selector',
    cause: /quota small wants its pods to say limits\.memory/,
    before: ['create quota small --hard=limits.memory=1Gi,requests.cpu=1 -n <ns>'],
    manifest: web() + service(selecting),
    ...asService,
  },
  {
    name: 'a service account that is not there',
    check: 'workload',
    cause: /there is no service account robot/,
    manifest: web('', '      serviceAccountName: robot') + service(selecting),
    ask: 'deployment/web -n <ns>',
  },
  {
    name: 'a Deployment of no replicas, by itself',
    check: 'workload',
    cause: /deployment\/web is scaled to 0/,
    manifest: web() + service(selecting),
    commands: ['scale deployment web --replicas=0 -n <ns>'],
    ask: 'deployment/web -n <ns>',
  },
]

const pods: readonly Broken[] = [
  {
    name: 'more memory than any node has',
    check: 'pods',
    cause: /none has room for what it requests, 900Gi of memory$/,
    manifest: pod('big', 'containers: [{ name: nginx, image: nginx, resources: { requests: { memory: 900Gi } } }]'),
    ask: 'pod/big -n <ns>',
  },
  {
    name: 'an affinity to nodes that are not there',
    check: 'pods',
    cause: /none is one of those that its nodeAffinity names/,
    manifest: pod(
      'fast',
      `affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: disk, operator: In, values: [ssd] }] }] } } }, ${nginx}`,
    ),
    ask: 'pod/fast -n <ns>',
  },
  {
    name: 'more replicas than nodes have a hostPort',
    check: 'pods',
    cause: /its hostPort 8088 is taken on every node/,
    manifest: web('          ports: [{ containerPort: 80, hostPort: 8088 }]').replace('replicas: 2', 'replicas: 4'),
    ask: 'deployment/web -n <ns>',
  },
  {
    name: 'a pod that has finished',
    check: 'pods',
    cause: /it has finished \(Succeeded\) and runs no more/,
    manifest:
      pod('once', 'restartPolicy: Never, containers: [{ name: box, image: busybox, command: [sh, -c, exit 0] }]') +
      service(selecting),
    commands: ['clock advance 10s'],
    ...asService,
  },
  {
    name: 'an init container that fails',
    check: 'pods',
    cause: /container first does not stay up: it ends with code 3/,
    manifest:
      pod('late', `initContainers: [{ name: first, image: busybox, command: [sh, -c, exit 3] }], ${nginx}`) +
      service(selecting),
    commands: ['clock advance 10s'],
    ...asService,
  },
  {
    name: 'a pod that somebody keeps from going',
    check: 'pods',
    cause: /it is being deleted, and gets no new connections/,
    manifest: pod('kept', nginx) + service(selecting),
    commands: [
      `patch pod kept -n <ns> --type=merge -p '{"metadata":{"finalizers":["example.com/hold"]}}'`,
      'delete pod kept -n <ns> --wait=false',
    ],
    ...asService,
  },
  {
    name: 'taints on every node',
    check: 'pods',
    cause: /it does not tolerate the taint dedicated:NoSchedule/,
    manifest: pod('late', nginx),
    before: ['taint nodes my-cluster-worker my-cluster-worker2 my-cluster-worker3 dedicated=db:NoSchedule'],
    ask: 'pod/late -n <ns>',
    profile: 'default',
  },
]

const targets: readonly Broken[] = [
  {
    name: 'port and targetPort exchanged',
    check: 'target-port',
    cause: /its targetPort is 8080, where no container listens/,
    manifest: web() + service('selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }]'),
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'UDP in the place of TCP',
    check: 'protocol',
    cause: /its port 80 is UDP, but its pods listen on port 80 for TCP/,
    manifest: web() + service('selector: { app: web }, ports: [{ port: 80, protocol: UDP }]'),
    ...asService,
  },
  {
    name: 'UDP in the place of TCP, as a request meets it',
    check: 'protocol',
    cause: /its port 80 is UDP/,
    manifest: web() + service('selector: { app: web }, ports: [{ port: 80, protocol: UDP }]'),
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'two programs under one label',
    check: 'target-port',
    cause: /where no container listens in some of the pods that it selects/,
    manifest: pod('front', nginx) + pod('cache', 'containers: [{ name: redis, image: redis }]') + service(selecting),
    ...asService,
  },
  {
    name: 'an Endpoints port of another name, several ports',
    check: 'port-name',
    cause: /are not called the same/,
    manifest:
      service('ports: [{ name: http, port: 80 }, { name: https, port: 443 }]') +
      endpoints('web', '{ name: web, port: 80 }, { name: tls, port: 443 }'),
    ...asService,
  },
]

const names: readonly Broken[] = [
  {
    name: 'a slip in the domain',
    check: 'name',
    cause: /the domain of this cluster is cluster\.local, not cluster\.locl/,
    manifest: web() + service(selecting),
    ask: 'http://web.<ns>.svc.cluster.locl/ -n <ns>',
  },
  {
    name: 'a whole name without its namespace',
    check: 'name',
    cause: /it lacks the namespace/,
    manifest: web() + service(selecting),
    ask: 'web.svc.cluster.local -n <ns>',
  },
  {
    name: 'svc in a wrong place',
    check: 'name',
    cause: /its parts are in a wrong order/,
    manifest: web() + service(selecting),
    ask: 'web.svc.<ns> -n <ns>',
  },
  {
    name: 'a whole name without svc',
    check: 'name',
    cause: /its parts are in a wrong order/,
    manifest: web() + service(selecting),
    ask: 'http://web.<ns>.cluster.local/ -n <ns>',
  },
  {
    name: 'a slip in a namespace, where there is a Service of that name here, too',
    check: 'name',
    cause: /Service web is in namespace <ns>-prod, not in <ns>-prd: there is no namespace <ns>-prd/,
    before: ['create namespace <ns>-prod', 'run web --image=nginx -n <ns>-prod --port=80 --expose'],
    manifest: web() + service(selecting),
    ask: 'http://web.<ns>-prd/ -n <ns>',
  },
  {
    name: 'a pod by its name in the domain of addresses',
    check: 'name',
    cause: /the DNS knows pods by their addresses/,
    manifest: pod('alone', nginx),
    ask: 'alone.<ns>.pod.cluster.local -n <ns>',
  },
  {
    name: 'an ExternalName that does not resolve',
    check: 'name',
    cause: /it is an alias for queue-8\.company\.internal, and that name does not resolve/,
    manifest: service('type: ExternalName, externalName: queue-8.company.internal'),
    ask: 'web -n <ns>',
  },
  {
    name: 'hostAliases that hide a Service',
    check: 'shadowed',
    cause: /its hostAliases say that web is 10\.0\.0\.9, which hides service\/web/,
    manifest:
      web() +
      service(selecting) +
      pod('client', `hostAliases: [{ ip: 10.0.0.9, hostnames: [web] }], ${nginx}`, 'app: client'),
    ask: 'web -n <ns> --from pod/client',
  },
  {
    name: 'a pod that is called as its Service',
    check: 'shadowed',
    cause: /web is its own hostname, which hides service\/web: it asks itself/,
    manifest: pod('web', nginx) + service(selecting),
    ask: 'http://web/ -n <ns> --from pod/web',
  },
  {
    name: 'a slip in a name of the Internet',
    check: 'name',
    cause: /no zone knows this name; api\.github\.com may be meant/,
    ask: 'api.gihtub.com -n <ns>',
  },
  {
    name: 'a host of the company that is not there',
    check: 'name',
    cause: /no zone knows this name/,
    ask: 'queue-7.company.internal -n <ns>',
  },
  {
    name: 'a pod of a Deployment by its name',
    check: 'name',
    cause: /a StatefulSet would give it one/,
    manifest: web() + service(`clusterIP: None, ${selecting}`),
    ask: '<pod>.web -n <ns>',
  },
  {
    name: 'a StatefulSet of another serviceName',
    check: 'headless',
    cause: /its subdomain is database, the serviceName of its StatefulSet, and there is no Service of that name/,
    manifest: set('database') + headlessDb,
    ask: 'statefulset/db -n <ns>',
  },
  {
    name: 'a StatefulSet of another serviceName, by the name of a pod',
    check: 'headless',
    cause: /the serviceName of its StatefulSet, and there is no Service of that name/,
    manifest: set('database') + headlessDb,
    ask: 'db-0.db -n <ns>',
  },
  {
    name: 'a pod whose name is under another Service',
    check: 'name',
    cause: /its name is a\.right, not a\.wrong/,
    manifest:
      pod('a', `hostname: a, subdomain: right, ${nginx}`) +
      service(`clusterIP: None, ${selecting}`, 'right') +
      service(`clusterIP: None, ${selecting}`, 'wrong'),
    ask: 'a.wrong -n <ns>',
  },
  {
    name: 'a host of an Ingress',
    check: 'name',
    cause: /it is a host of ingress\/shop/,
    manifest: web() + service(selecting) + ingress('{ name: web, port: { number: 80 } }'),
    ask: 'http://shop.example/ -n <ns>',
  },
  {
    name: 'a policy that lets nobody ask the DNS',
    check: 'name',
    cause: /NetworkPolicy deny-all does not let pods of namespace <ns> ask the DNS/,
    manifest: web() + service(selecting) + policy('deny-all', 'podSelector: {}, policyTypes: [Ingress, Egress]'),
    ask: 'http://web/ -n <ns>',
    all: ['name', 'network-policy', 'request'],
  },
]

const requests: readonly Broken[] = [
  {
    name: 'a port that a load balancer does not forward',
    check: 'request',
    cause: /Service web has no port 8081/,
    manifest:
      web() +
      service('type: LoadBalancer, loadBalancerIP: 203.0.113.78, selector: { app: web }, ports: [{ port: 80 }]'),
    ask: 'http://203.0.113.78:8081/ --from laptop',
  },
  {
    name: 'a way on which all is lost',
    check: 'request',
    cause: /all packets were lost on the way/,
    manifest: web() + service(selecting),
    commands: ['fault path service/web --loss 100% -n <ns>'],
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'a node port that no Service has',
    check: 'request',
    cause: /no Service has the node port 31301/,
    manifest: web() + service('type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 31300 }]'),
    ask: 'http://172.18.0.3:31301/ --from laptop',
  },
  {
    name: 'the address of a Service that is gone',
    check: 'request',
    cause: /no Service has the address 10\.96\.99\.98: a Service that is made anew gets another one/,
    manifest: web() + service(selecting),
    ask: 'http://10.96.99.98/ -n <ns>',
  },
  {
    name: 'the address of a pod that is gone',
    check: 'request',
    cause: /no pod has the address 10\.244\.3\.250/,
    manifest: web() + service(selecting),
    ask: 'http://10.244.3.250/ -n <ns>',
  },
  {
    name: 'TCP and UDP, and one of them in vain',
    check: 'protocol',
    cause: /its port 80 is UDP/,
    manifest:
      web() +
      service('selector: { app: web }, ports: [{ name: tcp, port: 80 }, { name: udp, port: 80, protocol: UDP }]'),
    ...asService,
  },
  {
    name: 'TLS where there is none',
    check: 'request',
    cause: /port 443 speaks plain HTTP/,
    manifest: web() + service('selector: { app: web }, ports: [{ port: 443, targetPort: 80 }]'),
    ask: 'https://web/ -n <ns>',
  },
  {
    name: 'a program that speaks no HTTP',
    check: 'request',
    cause: /pod cache accepts the connection, but does not speak HTTP/,
    manifest:
      pod('cache', 'containers: [{ name: redis, image: redis }]') +
      service('selector: { app: web }, ports: [{ port: 6379 }]'),
    ask: 'http://web:6379/ -n <ns>',
  },
  {
    name: 'a page that is not there',
    check: 'request',
    cause: /itself answers 404 Not Found to \/nothing/,
    manifest: web() + service(selecting),
    ask: 'http://web/nothing -n <ns>',
  },
  {
    name: 'a policy for another port',
    check: 'network-policy',
    cause: /NetworkPolicy other-port lets nobody come to it/,
    manifest:
      web() +
      service(selecting) +
      policy('other-port', 'podSelector: { matchLabels: { app: web } }, ingress: [{ ports: [{ port: 8080 }] }]'),
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'a policy that lets nobody in, from the laptop',
    check: 'network-policy',
    cause: /NetworkPolicy deny lets nobody come to it/,
    manifest:
      web() + service('type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 31302 }]') + denyAll,
    ...asService,
  },
]

const dns: readonly Broken[] = [
  {
    name: 'a Service of CoreDNS that leads past it',
    check: 'dns',
    cause: /Service kube-dns leads questions to port 5353, where CoreDNS does not listen/,
    before: [
      `patch service kube-dns -n kube-system --type=json -p '[{"op":"replace","path":"/spec/ports/0/targetPort","value":5353}]'`,
    ],
    ask: 'kubernetes.default',
    profile: 'default',
  },
  {
    name: 'a CoreDNS that crashes',
    check: 'dns',
    cause: /no pod of CoreDNS is ready: container coredns does not stay up/,
    before: ['fault crash pods -l k8s-app=kube-dns -n kube-system', 'clock advance 60s'],
    ask: 'kubernetes.default',
    profile: 'default',
  },
]

const ingresses: readonly Broken[] = [
  {
    name: 'an Ingress to a Service that is not there',
    check: 'ingress',
    cause: /there is no Service wbe in namespace <ns>; web may be meant/,
    before: ['cluster create with-controller --ingress', 'create namespace <ns>'],
    manifest: web() + service(selecting) + ingress('{ name: wbe, port: { number: 80 } }'),
    ask: 'ingress/shop -n <ns>',
    profile: 'default',
  },
  {
    name: 'an Ingress to a port that the Service has not',
    check: 'ingress',
    cause: /Service web has no port 8080/,
    before: ['cluster create with-controller --ingress', 'create namespace <ns>'],
    manifest: web() + service(selecting) + ingress('{ name: web, port: { number: 8080 } }'),
    ask: 'ingress/shop -n <ns>',
    profile: 'default',
  },
  {
    name: 'an Ingress with two slips',
    check: 'ingress',
    cause: /there is no Service wbe in namespace <ns>; web may be meant/,
    all: ['ingress'],
    before: ['cluster create with-controller --ingress', 'create namespace <ns>'],
    manifest:
      web() +
      service(selecting) +
      ingress('{ name: wbe, port: { number: 80 } }').replace(
        ' } }] }',
        ' } }, { path: /b, pathType: Prefix, backend: { service: { name: web, port: { number: 8080 } } } }] }',
      ),
    ask: 'ingress/shop -n <ns>',
    profile: 'default',
  },
  {
    name: 'an Ingress of a class that is not there',
    check: 'ingress',
    cause: /there is no IngressClass traefik/,
    before: ['cluster create with-controller --ingress', 'create namespace <ns>'],
    manifest:
      web() + service(selecting) + ingress('{ name: web, port: { number: 80 } }', 'ingressClassName: traefik, '),
    ask: 'ingress/shop -n <ns>',
    profile: 'default',
  },
]

/** Mistakes of learners, one in each. */
export const slips: readonly Broken[] = [...selectors, ...pods, ...targets, ...names, ...requests, ...dns, ...ingresses]
