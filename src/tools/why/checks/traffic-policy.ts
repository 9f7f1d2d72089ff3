import type { Node, Service } from '../../../api/generated/types.ts'
import { isConditionTrue } from '../../../api/pod-status.ts'
import { serviceCheck, type WhyContext } from '../check.ts'
import { listed, nameOf, patching } from '../commands.ts'
import { selects, slicesOf } from '../pods.ts'

/** Policy Local where nodes that get traffic have no endpoint: what comes there is dropped. */
export const trafficPolicy = serviceCheck('traffic-policy', (service, context) => {
  const { spec } = service
  const has = nodesWithEndpoints(service, context)
  if (has.size === 0 || !selects(service) || spec.clusterIP === 'None') return []
  const empty = workers(context).filter(name => !has.has(name))
  const isExternal = spec.externalTrafficPolicy === 'Local' && isReached(service, empty, context)
  const isInternal = spec.internalTrafficPolicy === 'Local'
  if (empty.length === 0 || (!isExternal && !isInternal)) return []
  const field = isExternal ? 'externalTrafficPolicy' : 'internalTrafficPolicy'
  const who = isExternal ? 'from outside' : 'from pods'
  return [
    {
      about: nameOf(context, service),
      cause: `its ${field} is Local: what comes ${who} to a node without an endpoint of its own is dropped`,
      evidence: [`endpoints are on ${listed([...has])}`, `none is on ${listed(empty)}`],
      mend: [patching(context, service, { spec: { [field]: 'Cluster' } })],
    },
  ]
})

/** A load balancer asks nodes whether they have endpoints; who goes to a node port goes to any node. */
const isReached = ({ spec }: Service, empty: readonly string[], { target, view }: WhyContext): boolean => {
  if (spec.type === 'NodePort') return true
  const { url } = target
  return (
    url !== undefined &&
    view
      .list<Node>('Node')
      .some(
        ({ metadata, status }) =>
          empty.includes(metadata.name) && status?.addresses?.some(({ address }) => address === url.host),
      )
  )
}

const nodesWithEndpoints = (service: Service, { view }: WhyContext): ReadonlySet<string> =>
  new Set(
    slicesOf(view, service)
      .flatMap(({ endpoints }) => endpoints ?? [])
      .filter(({ conditions }) => conditions?.ready !== false)
      .flatMap(({ nodeName }) => (nodeName ? [nodeName] : [])),
  )

/** The nodes that may have pods. */
const workers = ({ view }: WhyContext): readonly string[] =>
  view
    .list<Node>('Node')
    .filter(({ spec, status }) => !spec?.unschedulable && !spec?.taints?.length && isConditionTrue(status, 'Ready'))
    .map(({ metadata }) => metadata.name)
