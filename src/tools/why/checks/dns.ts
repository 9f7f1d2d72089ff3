import { faultsOfKind } from '../../../api/faults.ts'
import type { Deployment, Pod, Service } from '../../../api/generated/types.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { command, listed, patching } from '../commands.ts'
import { about } from '../dns/about.ts'
import { doesNotKnow, unreadable } from '../dns/corefile.ts'
import { isKnownAt } from '../dns/is-known-at.ts'
import { misdirected } from '../dns/misdirected.ts'
import { noDeployment, noService } from '../dns/not-there.ts'
import { troubleOf } from '../pod-trouble.ts'
import { podsOf, servingPods } from '../pods.ts'

/** The cluster's DNS itself: whether it is there, what it was told, and whether it knows the cluster. */
export const dns = defineCheck({
  name: 'dns',
  applies: () => true,
  async find(given) {
    // The laptop does not come to the cluster's DNS, whatever that is like.
    const { view, from, namespace } = given
    const context = from === 'laptop' ? { ...given, world: await given.at('', namespace) } : given
    const service = view.get<Service>('Service', 'kube-system', 'kube-dns')
    if (!service) return [noService(context)]
    const down = await isDown(service, context)
    if (down) return [down]
    const broken = unreadable(context)
    if (broken) return [broken]
    const isKnown = (await isKnownAt(service.spec.clusterIP ?? '', context)) || (await isStopped(service, context))
    return isKnown ? [] : [(await misdirected(service, context)) ?? doesNotKnow(context)]
  },
})

const isDown = async (service: Service, context: WhyContext): Promise<Finding | undefined> => {
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

const notReady = async (pods: readonly Pod[], context: WhyContext): Promise<Finding> => {
  const troubles = await Promise.all(pods.map(pod => troubleOf(pod, context)))
  const [first] = troubles
  return {
    about,
    cause: `no pod of CoreDNS is ready: ${first?.cause ?? 'they are starting'}`,
    evidence: [`pods ${listed(pods.map(({ metadata }) => metadata.name))}`, ...(first?.evidence ?? [])],
    mend: [...new Set(troubles.flatMap(({ mend }) => mend))],
  }
}

/** Whether a NetworkPolicy keeps questions from it, which is for the check of names to tell. */
const isStopped = async ({ spec }: Service, { world }: WhyContext): Promise<boolean> => {
  const { route } = await world.connect({ address: spec.clusterIP ?? '', port: 53, protocol: 'UDP' })
  return route.steps.some(step => step.step === 'policy' && !step.allowed)
}
