import type { Broken } from './case.ts'
import { endpointCases } from './endpoints.ts'
import { asService, denyAll, endpoints, nginx, pod, ports, probe, selecting, service, web } from './manifests.ts'
import { slips } from './slips.ts'
import { starting } from './starting.ts'
import { workloadCases } from './workloads.ts'

const selectors: readonly Broken[] = [
  {
    name: 'a selector with another value',
    check: 'selector',
    cause: /the value of app is web-app, the pods have web/,
    manifest: web() + service(`selector: { app: web-app }, ${ports}`),
    ...asService,
  },
  {
    name: 'a selector with a slip in its value',
    check: 'selector',
    cause: /the value of app is wbe, the pods have web/,
    manifest: web() + service(`selector: { app: wbe }, ${ports}`),
    ...asService,
  },
  {
    name: 'a selector with another key',
    check: 'selector',
    cause: /the key is name, the pods have app/,
    manifest: web() + service(`selector: { name: web }, ${ports}`),
    ...asService,
  },
  {
    name: 'a selector with other capitals',
    check: 'selector',
    cause: /capitals count/,
    manifest: web() + service(`selector: { app: Web }, ${ports}`),
    ...asService,
  },
  {
    name: 'a selector with other capitals in its key',
    check: 'selector',
    cause: /the key is App, the pods have app \(capitals count\)/,
    manifest: web() + service(`selector: { App: web }, ${ports}`),
    ...asService,
  },
  {
    name: 'pods in another namespace',
    check: 'selector',
    cause: /its pods are in namespace <ns>-b/,
    before: ['create namespace <ns>-b', 'run far --image=nginx --labels=app=far -n <ns>-b'],
    manifest: service(`selector: { app: far }, ${ports}`),
    ...asService,
  },
  {
    name: 'pods and their Service in another namespace',
    check: 'selector',
    cause: /its pods are in namespace <ns>-b/,
    before: [
      'create namespace <ns>-b',
      'run distant --image=nginx --labels=app=distant -n <ns>-b',
      'expose pod distant --port=80 -n <ns>-b',
    ],
    manifest: service(`selector: { app: distant }, ${ports}`),
    ...asService,
  },
  {
    name: 'no pods at all',
    check: 'selector',
    cause: /none has labels like these/,
    manifest: service(`selector: { app: lonely }, ${ports}`),
    ...asService,
  },
  {
    name: 'a Deployment of no replicas',
    check: 'selector',
    cause: /deployment\/web is scaled to 0/,
    manifest: web() + service(selecting),
    commands: ['scale deployment web --replicas=0 -n <ns>'],
    ...asService,
  },
]

const unready: readonly Broken[] = [
  {
    name: 'a readiness probe at a wrong port',
    check: 'pods',
    cause: /the readiness probe of container nginx fails/,
    manifest: web(probe('readinessProbe', 8080)) + service(selecting),
    commands: ['clock advance 5s'],
    ...asService,
  },
  {
    name: 'a readiness probe at a wrong path',
    check: 'pods',
    cause: /the readiness probe/,
    manifest: web(probe('readinessProbe', 80, '/ready')) + service(selecting),
    commands: ['clock advance 5s'],
    ...asService,
  },
  {
    name: 'a readiness probe of a bare pod',
    check: 'pods',
    cause: /the readiness probe/,
    manifest: pod(
      'alone',
      'containers: [{ name: nginx, image: nginx, readinessProbe: { httpGet: { port: 81 }, periodSeconds: 1, failureThreshold: 1 } }]',
    ),
    commands: ['clock advance 5s'],
    ask: 'pod/alone -n <ns>',
  },
  {
    name: 'a liveness probe that restarts',
    check: 'pods',
    cause: /the liveness probe of container nginx fails/,
    manifest: web(probe('livenessProbe', 80, '/alive')) + service(selecting),
    commands: ['clock advance 90s'],
    ...asService,
  },
  {
    name: 'a startup probe that fails',
    check: 'pods',
    cause: /the startup probe of container nginx fails/,
    manifest: web(probe('startupProbe', 81)) + service(selecting),
    commands: ['clock advance 90s'],
    ...asService,
  },
  {
    name: 'a probe that was made to fail',
    check: 'pods',
    cause: /the readiness probe/,
    manifest: web(probe('readinessProbe', 80)) + service(selecting),
    commands: ['fault probe pods -l app=web -n <ns>', 'clock advance 10s'],
    ...asService,
  },
  {
    name: 'a container that crashes',
    check: 'pods',
    cause: /does not stay up: it ends with code 1/,
    manifest: web('          command: [sh, -c, exit 1]') + service(selecting),
    commands: ['clock advance 60s'],
    ...asService,
  },
  {
    name: 'a container that was made to crash',
    check: 'pods',
    cause: /does not stay up: it ends with code 3/,
    manifest: web() + service(selecting),
    commands: ['fault crash pods -l app=web --exit-code=3 -n <ns>', 'clock advance 60s'],
    ...asService,
  },
  {
    name: 'an image with nothing to do',
    check: 'pods',
    cause: /does not stay up: it ends with code 0/,
    manifest: `apiVersion: apps/v1
kind: Deployment
metadata: { name: idle }
spec:
  selector: { matchLabels: { app: idle } }
  template:
    metadata: { labels: { app: idle } }
    spec: { containers: [{ name: box, image: busybox }] }
`,
    commands: ['clock advance 60s'],
    ask: 'deployment/idle -n <ns>',
  },
  {
    name: 'an image that is not there',
    check: 'pods',
    cause: /the image ghost:1 of container ghost cannot be pulled/,
    commands: ['fault image ghost:1', 'run ghost --image=ghost:1 -n <ns>', 'clock advance 30s'],
    ask: 'pod/ghost -n <ns>',
  },
  {
    name: 'a node selector that no node has',
    check: 'pods',
    cause: /none has the labels of its nodeSelector, disk=<ns>/,
    manifest: pod('picky', `nodeSelector: { disk: <ns> }, ${nginx}`),
    ask: 'pod/picky -n <ns>',
  },
  {
    name: 'more than any node has',
    check: 'pods',
    cause: /none has room for what it requests/,
    manifest: pod(
      'big',
      'containers: [{ name: nginx, image: nginx, resources: { requests: { cpu: "900" }, limits: { cpu: "900" } } }]',
    ),
    ask: 'pod/big -n <ns>',
  },
  {
    name: 'a readiness gate',
    check: 'pods',
    cause: /its readiness gate example.com\/open is closed/,
    manifest: pod('gated', `readinessGates: [{ conditionType: example.com/open }], ${nginx}`),
    ask: 'pod/gated -n <ns>',
  },
  {
    name: 'a pod that is only starting',
    check: 'pods',
    cause: /it is starting and not ready yet/,
    manifest:
      pod(
        'slow',
        'containers: [{ name: nginx, image: nginx, readinessProbe: { tcpSocket: { port: 80 }, initialDelaySeconds: 60 } }]',
      ) + service(selecting),
    ...asService,
  },
]

const ported: readonly Broken[] = [
  {
    name: 'a targetPort where nobody listens',
    check: 'target-port',
    cause: /its targetPort is 8080, where no container listens/,
    manifest: web() + service('selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }]'),
    ...asService,
  },
  {
    name: 'a containerPort that opens nothing',
    check: 'target-port',
    cause: /containerPort 9999 is written in the pods, but that opens nothing/,
    manifest:
      web('          ports: [{ containerPort: 9999 }]') +
      service('selector: { app: web }, ports: [{ port: 80, targetPort: 9999 }]'),
    ...asService,
  },
  {
    name: 'a targetPort by a name that is not there',
    check: 'target-port',
    cause: /its targetPort web is a name that no container port of its pods has/,
    manifest:
      web('          ports: [{ name: http, containerPort: 80 }]') +
      service('selector: { app: web }, ports: [{ name: http, port: 80, targetPort: web }]'),
    ...asService,
  },
  {
    name: 'a targetPort by a name where none has one',
    check: 'target-port',
    cause: /is a name that no container port/,
    manifest: web() + service('selector: { app: web }, ports: [{ port: 80, targetPort: http }]'),
    ...asService,
  },
  {
    name: 'pods of another program among the selected',
    check: 'target-port',
    cause: /its targetPort is 80, where no container listens/,
    manifest:
      pod('front', nginx, 'part: shop, tier: front') +
      pod('cache', 'containers: [{ name: redis, image: redis }]', 'part: shop, tier: cache') +
      service(`selector: { part: shop }, ${ports}`),
    ...asService,
  },
  {
    name: 'a port of another name in the Endpoints',
    check: 'port-name',
    cause: /are not called the same/,
    manifest: service('ports: [{ name: http, port: 80 }]') + endpoints('web', '{ name: web, port: 80 }'),
    ...asService,
  },
  {
    name: 'Endpoints of another name',
    check: 'manual-endpoints',
    cause: /the Endpoints meant for it are called webb/,
    manifest: service(ports) + endpoints('webb'),
    ...asService,
  },
  {
    name: 'Endpoints without a Service',
    check: 'manual-endpoints',
    cause: /there is no Service alone/,
    manifest: endpoints('alone'),
    ask: 'endpoints/alone -n <ns>',
  },
  {
    name: 'a slice that names another Service',
    check: 'manual-endpoints',
    cause: /the EndpointSlice that is meant for it names another Service/,
    manifest: `${service(ports)}---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: web-1, labels: { kubernetes.io/service-name: wep } }
addressType: IPv4
ports: [{ name: "", port: 80, protocol: TCP }]
endpoints: [{ addresses: [192.168.123.234] }]
`,
    ...asService,
  },
  {
    name: 'neither selector nor Endpoints',
    check: 'manual-endpoints',
    cause: /neither a selector nor hand-made endpoints/,
    manifest: service(ports),
    ...asService,
  },
]

const headless = service('clusterIP: None, selector: { app: web }, ports: [{ port: 80 }]')
const named: readonly Broken[] = [
  {
    name: 'a pod with a hostname and no subdomain',
    check: 'headless',
    cause: /it has a hostname but no subdomain/,
    manifest: pod('a', `hostname: pod-a, ${nginx}`) + headless,
    ...asService,
  },
  {
    name: 'a pod with a subdomain and no hostname',
    check: 'headless',
    cause: /it has a subdomain but no hostname/,
    manifest: pod('a', `subdomain: web, ${nginx}`) + headless,
    ...asService,
  },
  {
    name: 'a subdomain without a Service',
    check: 'headless',
    cause: /there is no Service of that name/,
    manifest: pod('a', `hostname: a, subdomain: none, ${nginx}`),
    ask: 'pod/a -n <ns>',
  },
  {
    name: 'a subdomain whose Service has an address',
    check: 'headless',
    cause: /only a headless Service gives its pods names/,
    manifest: pod('a', `hostname: a, subdomain: web, ${nginx}`) + service(selecting),
    ...asService,
  },
  {
    name: 'a pod asked for by a name that it has not',
    check: 'name',
    cause: /it has neither hostname nor subdomain/,
    manifest: pod('a', nginx) + headless,
    ask: 'a.web -n <ns>',
  },
  {
    name: 'an ExternalName that is an address',
    check: 'external-name',
    cause: /its externalName is an address, 192.168.0.20/,
    manifest: service('type: ExternalName, externalName: 192.168.0.20'),
    ...asService,
  },
  {
    name: 'an ExternalName that does not exist',
    check: 'external-name',
    cause: /its externalName kubernetess.default.svc.cluster.local does not exist/,
    manifest: service('type: ExternalName, externalName: kubernetess.default.svc.cluster.local'),
    ...asService,
  },
  {
    name: 'an ExternalName with the wrong Host',
    check: 'external-name',
    cause: /with the header Host: web/,
    manifest: service('type: ExternalName, externalName: www.example.com'),
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'a name in a wrong namespace',
    check: 'name',
    cause: /Service web is in namespace <ns>, not in default/,
    manifest: web() + service(selecting),
    ask: 'http://web.default/ -n <ns>',
  },
  {
    name: 'a name with a slip',
    check: 'name',
    cause: /there is no Service wbe in namespace <ns>; web may be meant/,
    manifest: web() + service(selecting),
    ask: 'wbe -n <ns>',
  },
  {
    name: 'a name of nothing',
    check: 'name',
    cause: /there is no Service zebra/,
    ask: 'zebra -n <ns>',
  },
  {
    name: 'an outside name that no zone has',
    check: 'name',
    cause: /no zone knows this name/,
    ask: 'no.such.host.example -n <ns>',
  },
  {
    name: 'a Service that hides a name of the Internet',
    check: 'shadowed',
    also: ['selector'],
    cause: /example.com means example.com.svc.cluster.local. here, which hides example.com./,
    commands: ['create namespace com', 'create service clusterip example --tcp=80 -n com'],
    ask: 'example.com -n <ns>',
  },
  {
    name: 'a pod on the network of its host',
    check: 'host-network',
    cause: /dnsPolicy ClusterFirst, which there means: ask the host's DNS/,
    manifest: pod('a', `hostNetwork: true, ${nginx}`, 'app: host'),
    ask: 'pod/a -n <ns>',
  },
  {
    name: 'a pod that asks another DNS',
    check: 'name',
    cause: /pod\/a does not ask the cluster's DNS/,
    manifest: pod('a', `dnsPolicy: Default, ${nginx}`),
    ask: 'kubernetes.default -n <ns> --from pod/a',
  },
]

const reached: readonly Broken[] = [
  {
    name: 'a port that the Service has not',
    check: 'request',
    cause: /Service web has no port 8080/,
    manifest: web() + service(selecting),
    ask: 'http://web:8080/ -n <ns>',
  },
  {
    name: 'the port of a headless Service',
    check: 'request',
    cause: /is headless: the connection goes to the pod itself/,
    manifest: web() + service('clusterIP: None, selector: { app: web }, ports: [{ port: 8080, targetPort: 80 }]'),
    ask: 'http://web:8080/ -n <ns>',
  },
  {
    name: 'a ClusterIP from the laptop',
    check: 'request',
    cause: /is known within the cluster only/,
    manifest: web() + service('selector: { app: web }, clusterIP: 10.96.77.77, ports: [{ port: 80 }]'),
    ask: 'http://10.96.77.77/ --from laptop',
  },
  {
    name: 'a node port at the laptop itself',
    check: 'request',
    cause: /node port 31234 is open on the nodes, not on the laptop/,
    manifest: web() + service('type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 31234 }]'),
    ask: 'http://localhost:31234/ --from laptop',
  },
  {
    name: 'a node port in the place of the port',
    check: 'request',
    cause: /31235 is the node port of Service web/,
    manifest: web() + service('type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 31235 }]'),
    ask: 'http://web:31235/ -n <ns>',
  },
  {
    name: "the Service's port in the place of the node port",
    check: 'request',
    cause: /port 8123 is the Service's: on nodes it is 31237/,
    manifest:
      web() +
      service('type: NodePort, selector: { app: web }, ports: [{ port: 8123, targetPort: 80, nodePort: 31237 }]'),
    ask: 'http://172.18.0.3:8123/ --from laptop',
  },
  {
    name: 'a node port without endpoints',
    check: 'selector',
    cause: /the value of app is weeb/,
    manifest: web() + service('type: NodePort, selector: { app: weeb }, ports: [{ port: 80, nodePort: 31238 }]'),
    ask: 'http://172.18.0.3:31238/ --from laptop',
  },
  {
    name: 'policy Local where a node has no endpoint',
    check: 'traffic-policy',
    cause: /its externalTrafficPolicy is Local/,
    manifest: pod('one', nginx) + service(`type: NodePort, externalTrafficPolicy: Local, ${selecting}`),
    ...asService,
  },
  {
    name: 'policy Local at a node without an endpoint',
    check: 'traffic-policy',
    cause: /its externalTrafficPolicy is Local/,
    manifest:
      pod('one', `nodeName: my-cluster-worker, ${nginx}`) +
      service(
        'type: LoadBalancer, externalTrafficPolicy: Local, selector: { app: web }, ports: [{ port: 80, nodePort: 31236 }]',
      ),
    ask: 'http://172.18.0.2:31236/ --from laptop',
  },
  {
    name: 'internal policy Local where a node has no endpoint',
    check: 'traffic-policy',
    cause: /its internalTrafficPolicy is Local/,
    manifest: pod('one', nginx) + service(`internalTrafficPolicy: Local, ${selecting}`),
    ...asService,
  },
  {
    name: 'internal policy Local, asked by address on a node without an endpoint',
    check: 'traffic-policy',
    cause: /its internalTrafficPolicy is Local/,
    manifest:
      pod('one', `nodeName: my-cluster-worker, ${nginx}`) +
      service('clusterIP: 10.96.77.8, internalTrafficPolicy: Local, selector: { app: web }, ports: [{ port: 80 }]'),
    ask: 'http://10.96.77.8/ --from node/my-cluster-worker2',
  },
  {
    name: 'sessions that stay',
    check: 'affinity',
    cause: /its sessionAffinity is ClientIP/,
    manifest: web() + service(`sessionAffinity: ClientIP, ${selecting}`),
    ...asService,
  },
  {
    name: 'a policy that lets nobody in',
    check: 'network-policy',
    cause: /NetworkPolicy deny lets nobody come to it/,
    manifest: web() + service(selecting) + denyAll,
    ...asService,
  },
  {
    name: 'a policy that does not let this one in',
    check: 'request',
    cause: /NetworkPolicy only-front does not allow this ingress/,
    manifest: `${web() + service(selecting)}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: only-front }
spec: { podSelector: { matchLabels: { app: web } }, ingress: [{ from: [{ podSelector: { matchLabels: { tier: front } } }] }] }
`,
    ask: 'http://web.<ns>/',
  },
  {
    name: 'a policy that forgets the DNS',
    check: 'network-policy',
    cause: /lets it send, but not ask the DNS/,
    manifest: `${web()}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress }
spec: { podSelector: { matchLabels: { app: web } }, policyTypes: [Egress], egress: [{ ports: [{ port: 443 }] }] }
`,
    ask: 'deployment/web -n <ns>',
  },
  {
    name: 'source ranges that leave somebody out',
    check: 'request',
    cause: /is not in loadBalancerSourceRanges/,
    manifest:
      web() +
      service(
        'type: LoadBalancer, loadBalancerIP: 203.0.113.77, loadBalancerSourceRanges: [10.1.0.0/16], selector: { app: web }, ports: [{ port: 80 }]',
      ),
    ask: 'http://203.0.113.77/ --from laptop',
  },
  {
    name: 'a load balancer of a class that nobody serves',
    check: 'load-balancer',
    cause: /nobody here serves class example.com\/other/,
    manifest: web() + service(`type: LoadBalancer, loadBalancerClass: example.com/other, ${selecting}`),
    ...asService,
  },
]

const whole: readonly Broken[] = [
  {
    name: 'no provider of load balancers',
    check: 'load-balancer',
    cause: /this cluster has no provider/,
    manifest: web() + service(`type: LoadBalancer, ${selecting}`),
    profile: 'kind',
    ...asService,
  },
  {
    name: 'a namespace that is held',
    check: 'namespace',
    cause: /is being deleted/,
    manifest: pod('held', nginx),
    commands: [
      `patch pod held -n <ns> --type=merge -p '{"metadata":{"finalizers":["example.com/hold"]}}'`,
      'delete namespace <ns> --wait=false',
    ],
    ask: 'namespace/<ns>',
    profile: 'default',
  },
  {
    name: 'no CoreDNS',
    check: 'dns',
    cause: /CoreDNS is scaled to 0/,
    commands: ['scale deployment coredns --replicas=0 -n kube-system'],
    ask: 'kubernetes.default',
    profile: 'default',
  },
  {
    name: 'no Deployment of CoreDNS',
    check: 'dns',
    cause: /Deployment coredns is missing/,
    commands: ['delete deployment coredns -n kube-system', 'clock advance 60s'],
    ask: 'kubernetes.default',
    profile: 'default',
  },
  {
    name: 'no Service of CoreDNS',
    check: 'dns',
    cause: /Service kube-dns is missing/,
    commands: ['delete service kube-dns -n kube-system'],
    ask: 'kubernetes.default',
    profile: 'default',
  },
  {
    name: 'a Service of CoreDNS that selects nothing',
    check: 'dns',
    cause: /selects none of CoreDNS's pods/,
    commands: [`patch service kube-dns -n kube-system -p '{"spec":{"selector":{"k8s-app":"coredns"}}}'`],
    ask: 'kubernetes.default',
    profile: 'default',
  },
  {
    name: 'a Corefile that cannot be read',
    check: 'dns',
    cause: /CoreDNS cannot read its Corefile/,
    commands: [`patch configmap coredns -n kube-system --type=merge -p '{"data":{"Corefile":".:53 { bogus }"}}'`],
    ask: 'kubernetes.default',
    profile: 'default',
  },
  {
    name: 'a Corefile for another domain',
    check: 'dns',
    cause: /does not know the Services of the cluster/,
    commands: [
      `patch configmap coredns -n kube-system --type=merge -p '{"data":{"Corefile":".:53 {\\n kubernetes other.local\\n forward . /etc/resolv.conf\\n}\\n"}}'`,
    ],
    ask: 'kubernetes.default',
    profile: 'default',
  },
  {
    name: 'a DNS that was silenced',
    check: 'dns',
    cause: /CoreDNS does not answer/,
    commands: ['fault dns'],
    ask: 'kubernetes.default',
    profile: 'default',
  },
  {
    name: 'nodes that are cordoned',
    check: 'pods',
    cause: /nodes that it could be on are cordoned/,
    before: ['cordon my-cluster-worker my-cluster-worker2 my-cluster-worker3'],
    manifest: pod('late', nginx),
    ask: 'pod/late -n <ns>',
    profile: 'default',
  },
  {
    name: 'a node that is down',
    check: 'pods',
    cause: /its node my-cluster-worker is down/,
    manifest: pod('one', `nodeName: my-cluster-worker, ${nginx}`),
    commands: ['fault node my-cluster-worker', 'clock advance 60s'],
    ask: 'pod/one -n <ns>',
    profile: 'default',
  },
]

export const broken: readonly Broken[] = [
  ...selectors,
  ...unready,
  ...ported,
  ...named,
  ...reached,
  ...whole,
  ...slips,
  ...starting,
  ...workloadCases,
  ...endpointCases,
]
