import type { Event, Service } from '../../../api/generated/types.ts'
import { serviceCheck, type WhyContext } from '../check.ts'
import { nameOf, patching } from '../commands.ts'

/** A LoadBalancer that gets no address from outside. */
export const loadBalancer = serviceCheck('load-balancer', (service, context) => {
  const { spec, status } = service
  if (spec.type !== 'LoadBalancer' || status?.loadBalancer?.ingress?.length) return []
  const { cause, patch } = reason(service, context)
  return [
    {
      about: nameOf(context, service),
      cause: `its EXTERNAL-IP is pending: ${cause}`,
      evidence: ['status.loadBalancer is empty', ...saidOf(service, context)],
      mend: [patching(context, service, { spec: patch }, 'merge')],
    },
  ]
})

const reason = ({ spec }: Service, { settings }: WhyContext): { readonly cause: string; readonly patch: object } => {
  const { kind } = settings.loadBalancer
  if (kind !== 'none' && spec.loadBalancerIP) {
    return { cause: `the provider cannot give the address ${spec.loadBalancerIP}`, patch: { loadBalancerIP: null } }
  }
  if (kind !== 'none' && !spec.loadBalancerClass) {
    return { cause: 'the provider has no address left', patch: { type: 'NodePort' } }
  }
  return spec.loadBalancerClass
    ? {
        cause: `nobody here serves class ${spec.loadBalancerClass}`,
        patch: { type: 'NodePort', loadBalancerClass: null },
      }
    : { cause: 'this cluster has no provider of load balancers', patch: { type: 'NodePort' } }
}

const saidOf = ({ metadata }: Service, { view }: WhyContext): readonly string[] =>
  view
    .list<Event>('Event', metadata.namespace)
    .filter(({ involvedObject, reason }) => involvedObject.uid === metadata.uid && reason === 'SyncLoadBalancerFailed')
    .slice(-1)
    .map(({ message = '' }) => message)
