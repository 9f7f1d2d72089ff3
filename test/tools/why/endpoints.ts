import type { Broken } from './case.ts'
import { asService, nginx, pod, ports, selecting, service, web } from './manifests.ts'

const slice = ({
  of = 'far',
  address = '192.168.0.20',
  port = '{ name: "", port: 80, protocol: TCP }',
  more = '',
}) => `---
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: far-1${of ? `, labels: { kubernetes.io/service-name: ${of} }` : ''} }
addressType: IPv4
ports: [${port}]
endpoints: [{ addresses: [${address}]${more} }]
`
const far = service(ports, 'far')
const asFar = { ask: 'service/far -n <ns>' }

const byHand: readonly Broken[] = [
  {
    name: 'a slice to a pod that is gone',
    check: 'endpoint-address',
    cause: /no pod has the address 10\.244\.9\.9/,
    manifest: far + slice({ address: '10.244.9.9' }),
    ...asFar,
  },
  {
    name: 'a slice to a pod that is gone, beside one that is there',
    check: 'endpoint-address',
    cause: /no pod has the address 10\.244\.9\.9/,
    evidence: /pod near listens on 10\.244\.\d+\.\d+:80/,
    manifest: pod('near', nginx, 'app: near') + far + slice({ address: '10.244.9.9' }),
    ask: 'http://far/ -n <ns>',
  },
  {
    name: 'Endpoints to a pod that is gone',
    check: 'endpoint-address',
    cause: /no pod has the address 10\.244\.9\.8/,
    manifest: `${pod('near', nginx, 'app: near')}${far}---
apiVersion: v1
kind: Endpoints
metadata: { name: far }
subsets: [{ addresses: [{ ip: 10.244.9.8 }], ports: [{ port: 80 }] }]
`,
    ...asFar,
  },
  {
    name: 'a slice that says that it is not ready',
    check: 'endpoint-address',
    cause: /say of themselves that they are not ready/,
    manifest: far + slice({ more: ', conditions: { ready: false }' }),
    ...asFar,
  },
  {
    name: 'a slice without ports',
    check: 'port-name',
    cause: /not called the same/,
    manifest: far + slice({ port: '' }),
    ...asFar,
  },
  {
    name: 'a slice of no Service',
    check: 'manual-endpoints',
    cause: /there is no Service gone, to which its label/,
    manifest: slice({ of: 'gone' }),
    ask: 'endpointslice/far-1 -n <ns>',
  },
  {
    name: 'a slice without the label',
    check: 'manual-endpoints',
    cause: /it has no label kubernetes\.io\/service-name/,
    manifest: far + slice({ of: '' }),
    ask: 'endpointslice/far-1 -n <ns>',
  },
]

const alias = (name: string, target: string): string => service(`type: ExternalName, externalName: ${target}`, name)
const aliases: readonly Broken[] = [
  {
    name: 'a chain of aliases that ends nowhere',
    check: 'external-name',
    cause: /its externalName zebra\.<ns>\.svc\.cluster\.local does not exist/,
    manifest: alias('a', 'b.<ns>.svc.cluster.local') + alias('b', 'zebra.<ns>.svc.cluster.local'),
    ask: 'service/a -n <ns>',
  },
  {
    name: 'a chain of aliases that ends at a Service without endpoints',
    check: 'selector',
    cause: /the value of app is wbe/,
    manifest: web() + alias('a', 'b.<ns>.svc.cluster.local') + service(`selector: { app: wbe }, ${ports}`, 'b'),
    ask: 'http://a/ -n <ns>',
  },
  {
    name: 'aliases in a circle',
    check: 'external-name',
    cause: /it is an alias that leads back to itself: a -> b -> a/,
    manifest: alias('a', 'b.<ns>.svc.cluster.local') + alias('b', 'a.<ns>.svc.cluster.local'),
    ask: 'http://a/ -n <ns>',
  },
  {
    name: 'an alias for a part of a name',
    check: 'external-name',
    cause: /its externalName web\.<ns> is not a whole name/,
    manifest: web() + service(selecting) + alias('a', 'web.<ns>'),
    ask: 'http://a/ -n <ns>',
  },
]

const reached: readonly Broken[] = [
  {
    name: 'a port by a name that only some pods have',
    check: 'target-port',
    cause: /its targetPort http is a name that some of its pods have not/,
    manifest:
      pod('first', 'containers: [{ name: a, image: nginx, ports: [{ name: http, containerPort: 80 }] }]') +
      pod('second', nginx) +
      service('selector: { app: web }, ports: [{ port: 80, targetPort: http }]'),
    ...asService,
  },
  {
    name: 'a Deployment without a Service',
    check: 'name',
    cause: /there is no Service web in namespace <ns>: pods have no name of a Service without one/,
    manifest: web(),
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'a pod without a search list',
    check: 'name',
    cause: /the search list has nothing that makes web\.<ns>\.svc\.cluster\.local of it/,
    manifest:
      web() +
      service(selecting) +
      pod('client', `dnsPolicy: None, dnsConfig: { nameservers: [10.96.0.10] }, ${nginx}`, 'app: client'),
    ask: 'web -n <ns> --from pod/client',
  },
  {
    name: 'a pod with a name server that nobody is',
    check: 'name',
    cause: /pod\/client does not ask the cluster's DNS/,
    manifest:
      web() +
      service(selecting) +
      pod('client', `dnsPolicy: None, dnsConfig: { nameservers: [10.99.99.99] }, ${nginx}`, 'app: client'),
    ask: 'web -n <ns> --from pod/client',
  },
  {
    name: 'the name of a node',
    check: 'name',
    cause: /it is the name of a node, which no name server knows/,
    manifest: web() + service('type: NodePort, selector: { app: web }, ports: [{ port: 80, nodePort: 31777 }]'),
    ask: 'http://my-cluster-worker:31777/ --from laptop',
  },
  {
    name: 'a dot too many',
    check: 'name',
    cause: /the dot at its end says that it is a whole name/,
    manifest: web() + service(selecting),
    ask: 'http://web.<ns>./ -n <ns>',
  },
  {
    name: 'the name of a pod by its address, in a namespace that is not there',
    check: 'name',
    cause: /there is no namespace nowhere/,
    manifest: web(),
    ask: '10-244-1-2.nowhere.pod -n <ns>',
  },
  {
    name: 'a Corefile that passes nothing on',
    check: 'name',
    cause: /CoreDNS cannot ask there: its Corefile passes nothing on/,
    before: [
      String.raw`patch configmap coredns -n kube-system --type=merge -p '{"data":{"Corefile":".:53 {\n kubernetes cluster.local\n}"}}'`,
      'clock advance 120s',
    ],
    ask: 'www.example.com -n <ns>',
    profile: 'default',
  },
  {
    name: 'an address that nobody has',
    check: 'request',
    cause: /nobody has the address 192\.168\.77\.77/,
    evidence: /service\/web has port 80/,
    manifest: web() + service(selecting),
    ask: 'http://192.168.77.77/ -n <ns>',
  },
  {
    name: 'a program that answers 404 to /, too',
    check: 'request',
    cause: /itself answers 404 Not Found to \//,
    evidence: /to \/rng it answers 200 OK/,
    manifest: web().replace('nginx:1.27', 'kiamol/ch03-numbers-api') + service(selecting),
    ask: 'http://web/ -n <ns>',
  },
  {
    name: 'a way on which some packets are lost',
    check: 'lossy-path',
    cause: /30 % of the packets on the way to it are lost/,
    manifest: web() + service(selecting),
    commands: ['fault path service/web --loss 30% -n <ns>'],
    ...asService,
  },
]

/** Endpoints made by hand, aliases, and what else is between a name and an answer. */
export const endpointCases: readonly Broken[] = [...byHand, ...aliases, ...reached]
