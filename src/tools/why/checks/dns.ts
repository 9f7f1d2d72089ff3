import { faultsOfKind } from '../../../api/faults.ts'
import type { ConfigMap, Deployment, Pod, Service } from '../../../api/generated/types.ts'
import { checkCorefile } from '../../../dns/check-corefile.ts'
import { defaultCorefile } from '../../../dns/default-corefile.ts'
import { askOnce } from '../../../dns/resolver/client.ts'
import { outcomeOf } from '../../../dns/resolver/outcome.ts'
import { addressAt } from '../../../util/ip.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { applying, command, patching } from '../commands.ts'
import { podsOf, servingPods } from '../pods.ts'

/** The cluster's DNS itself: whether it is there, what it was told, and whether it knows the cluster. */
export const dns = defineCheck({
  name: 'dns',
  applies: () => true,
  async find(context) {
    const { view } = context
    const service = view.get<Service>('Service', 'kube-system', 'kube-dns')
    if (!service) return [noService(context)]
    const down = isDown(service, context)
    if (down) return [down]
    const broken = corefile(context)
    if (broken) return [broken]
    const isKnown = (await knowsCluster(service, context)) || (await isStopped(service, context))
    return isKnown ? [] : [doesNotKnow(context)]
  },
})

const about = 'the DNS of the cluster'

const noService = (context: WhyContext): Finding => {
  const { settings } = context
  const clusterIP = addressAt(settings.serviceRange, 10)
  const spec = {
    clusterIP,
    selector: { 'k8s-app': 'kube-dns' },
    ports: [
      { name: 'dns', port: 53, protocol: 'UDP', targetPort: 53 },
      { name: 'dns-tcp', port: 53, protocol: 'TCP', targetPort: 53 },
      { name: 'metrics', port: 9153, protocol: 'TCP', targetPort: 9153 },
    ],
  }
  const metadata = { name: 'kube-dns', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }
  return {
    about,
    cause: 'Service kube-dns is missing: pods ask an address that nobody has',
    evidence: ['there is no Service kube-dns in namespace kube-system'],
    mend: [applying(context, { apiVersion: 'v1', kind: 'Service', metadata, spec })],
  }
}

const isDown = (service: Service, context: WhyContext): Finding | undefined => {
  const { view } = context
  if (faultsOfKind(service, 'silent').length > 0) {
    const evidence = ['it was broken on purpose: see `kubesim fault list`']
    return { about, cause: 'CoreDNS does not answer', evidence, mend: [command(context, 'fault clear dns')] }
  }
  const pods = podsOf(view, service)
  if (servingPods(pods).length > 0) return undefined
  const deployment = view.get<Deployment>('Deployment', 'kube-system', 'coredns')
  if (!deployment) return noDeployment(context)
  if (deployment.spec?.replicas === 0) {
    return {
      about,
      cause: 'CoreDNS is scaled to 0: nobody answers questions',
      evidence: ['Deployment coredns has 0 replicas', 'Service kube-dns has no endpoints'],
      mend: [command(context, 'scale deployment coredns --replicas=2', 'kube-system')],
    }
  }
  if (pods.length > 0) return notReady(pods, context)
  const selector = { 'k8s-app': 'kube-dns' }
  return {
    about,
    cause: "Service kube-dns selects none of CoreDNS's pods",
    evidence: [`its selector is ${JSON.stringify(service.spec.selector ?? {})}`],
    mend: [patching(context, service, { spec: { selector: { ...cleared(service), ...selector } } }, 'merge')],
  }
}

const cleared = ({ spec }: Service): object =>
  Object.fromEntries(Object.keys(spec.selector ?? {}).map(key => [key, null]))

const notReady = (pods: readonly Pod[], context: WhyContext): Finding => ({
  about,
  cause: 'no pod of CoreDNS is ready',
  evidence: pods.map(({ metadata, status }) => `pod ${metadata.name}: ${status?.phase ?? 'Pending'}`),
  mend: [
    command(context, 'fault clear', 'kube-system'),
    command(context, 'rollout restart deployment coredns', 'kube-system'),
  ],
})

const noDeployment = (context: WhyContext): Finding => {
  const labels = { 'k8s-app': 'kube-dns' }
  const container = {
    name: 'coredns',
    image: 'registry.k8s.io/coredns/coredns:v1.14.2',
    ports: [{ containerPort: 53, protocol: 'UDP' }],
  }
  return {
    about,
    cause: 'Deployment coredns is missing: nobody answers questions',
    evidence: ['there is no Deployment coredns in namespace kube-system'],
    mend: [
      applying(context, {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'coredns', namespace: 'kube-system', labels },
        spec: {
          replicas: 2,
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { dnsPolicy: 'Default', containers: [container] } },
        },
      }),
    ],
  }
}

/** What kubeadm wrote, which works. */
const restored = (context: WhyContext): readonly string[] => {
  const Corefile = defaultCorefile.replaceAll('cluster.local', context.settings.clusterDomain)
  const metadata = { name: 'coredns', namespace: 'kube-system' }
  const found = context.view.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata }
  return [
    found
      ? patching(context, configMap, { data: { Corefile } }, 'merge')
      : applying(context, { ...configMap, data: { Corefile } }),
  ]
}

const corefile = (context: WhyContext): Finding | undefined => {
  const text = context.view.get<ConfigMap>('ConfigMap', 'kube-system', 'coredns')?.data?.Corefile
  const error = text === undefined ? 'there is no Corefile in ConfigMap kube-system/coredns' : checkCorefile(text)
  return error === undefined
    ? undefined
    : {
        about,
        cause: 'CoreDNS cannot read its Corefile: it keeps the one from before, and will not start again',
        evidence: [error],
        mend: restored(context),
      }
}

const knowsCluster = async ({ spec }: Service, { world, settings }: WhyContext): Promise<boolean> => {
  const name = `kubernetes.default.svc.${settings.clusterDomain}.`
  const server = { address: spec.clusterIP ?? '', port: 53 }
  // A single packet may be lost.
  for (let tries = 0; tries < 5; tries++) {
    const { exchange } = await askOnce(world, { question: { name, type: 'A', class: 'IN' }, server })
    if (outcomeOf(exchange) !== 'timeout') return outcomeOf(exchange) === 'answer'
  }
  return false
}

/** Whether a NetworkPolicy keeps questions from it, which is for the check of names to tell. */
const isStopped = async ({ spec }: Service, { world }: WhyContext): Promise<boolean> => {
  const { route } = await world.connect({ address: spec.clusterIP ?? '', port: 53, protocol: 'UDP' })
  return route.steps.some(step => step.step === 'policy' && !step.allowed)
}

const doesNotKnow = (context: WhyContext): Finding => {
  const { clusterDomain } = context.settings
  return {
    about,
    cause: 'CoreDNS answers, but does not know the Services of the cluster: its Corefile is not right',
    evidence: [
      `kubernetes.default.svc.${clusterDomain} does not resolve`,
      `the Corefile needs a line \`kubernetes ${clusterDomain} ...\` in a block for port 53`,
    ],
    mend: restored(context),
  }
}
