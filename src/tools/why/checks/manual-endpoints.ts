import type { EndpointSlice, Endpoints, Pod, Service } from '../../../api/generated/types.ts'
import { askedFor, defineCheck, type Finding, type WhyContext } from '../check.ts'
import { applying, command, labelText, nameOf, patching } from '../commands.ts'
import { nearest } from '../near.ts'
import { nearestLabels } from '../nearest-labels.ts'
import { orphanedSlice } from '../orphaned-slice.ts'
import { selects, slicesOf } from '../pods.ts'

/** A Service without a selector and without endpoints, and hand-made endpoints that belong to no Service. */
export const manualEndpoints = defineCheck({
  name: 'manual-endpoints',
  applies: ({ services, endpoints, object }) =>
    services.length > 0 || endpoints !== undefined || object?.kind === 'EndpointSlice',
  find(context) {
    const { services, endpoints } = context.target
    const slice = askedFor<EndpointSlice>(context.target, 'EndpointSlice')
    if (slice && services.length === 0) return [orphanedSlice(slice, context)]
    const orphan = endpoints && isOrphan(endpoints, context) ? [orphaned(endpoints, context)] : []
    return [
      ...orphan,
      ...services.filter(service => isEmpty(service, context)).map(service => without(service, context)),
    ]
  },
})

const isEmpty = (service: Service, { view }: WhyContext): boolean =>
  service.spec.type !== 'ExternalName' &&
  !selects(service) &&
  !slicesOf(view, service).some(({ endpoints }) => endpoints?.length)

const isOrphan = ({ metadata }: Endpoints, { view }: WhyContext): boolean =>
  view.get<Service>('Service', metadata.namespace, metadata.name) === undefined

const orphans = (context: WhyContext, namespace: string | undefined): readonly Endpoints[] =>
  context.view.list<Endpoints>('Endpoints', namespace).filter(endpoints => isOrphan(endpoints, context))

const without = (service: Service, context: WhyContext): Finding => {
  const { name, namespace } = service.metadata
  const strays = orphans(context, namespace)
  const names = strays.map(({ metadata }) => metadata.name)
  const chosen = nearest(name, names) ?? (names.length === 1 ? names[0] : undefined)
  const stray = strays.find(({ metadata }) => metadata.name === chosen)
  const about = nameOf(context, service)
  if (stray) return misnamed(service, stray, context)
  const slice = straySlice(service, context)
  if (slice) {
    const label = slice.metadata.labels?.['kubernetes.io/service-name']
    const words = `label endpointslice ${slice.metadata.name} kubernetes.io/service-name=${name} --overwrite`
    return {
      about,
      cause: 'it has no selector, and the EndpointSlice that is meant for it names another Service',
      evidence: [`label kubernetes.io/service-name of endpointslice/${slice.metadata.name} is ${label ?? 'not set'}`],
      mend: [command(context, words, namespace)],
    }
  }
  return {
    about,
    cause: 'it has neither a selector nor hand-made endpoints: it leads nowhere',
    evidence: [`no Endpoints and no EndpointSlice in namespace ${namespace} is for ${name}`],
    mend: selecting(service, context),
  }
}

const misnamed = (service: Service, stray: Endpoints, context: WhyContext): Finding => {
  const { name, namespace } = service.metadata
  const { apiVersion, kind, subsets } = stray
  return {
    about: nameOf(context, service),
    cause: `it has no selector, and the Endpoints meant for it are called ${stray.metadata.name}: they must be called as the Service`,
    evidence: [`endpoints/${stray.metadata.name} belongs to no Service`, `there are no Endpoints ${name}`],
    mend: [applying(context, { apiVersion, kind, metadata: { name, namespace }, subsets })],
  }
}

const straySlice = (service: Service, { view }: WhyContext): EndpointSlice | undefined =>
  view.list<EndpointSlice>('EndpointSlice', service.metadata.namespace).find(({ metadata }) => {
    const named = metadata.labels?.['kubernetes.io/service-name']
    return !named || view.get<Service>('Service', metadata.namespace, named) === undefined
  })

const selecting = (service: Service, context: WhyContext): readonly string[] => {
  const { name, namespace } = service.metadata
  const [port] = service.spec.ports ?? []
  const pods = context.view.list<Pod>('Pod', namespace)
  const near = nearestLabels(
    { app: name },
    pods.map(({ metadata }) => metadata.labels ?? {}),
  )
  const labels = near?.labels ?? { app: name }
  return [
    ...(near
      ? []
      : [
          command(
            context,
            `run ${name} --image=nginx --port=${port?.port ?? 80} --labels=${labelText(labels)}`,
            namespace,
          ),
        ]),
    patching(context, service, { spec: { selector: labels } }),
  ]
}

const orphaned = (endpoints: Endpoints, context: WhyContext): Finding => {
  const { name, namespace } = endpoints.metadata
  const waiting = context.view.list<Service>('Service', namespace).filter(service => isEmpty(service, context))
  const chosen =
    nearest(
      name,
      waiting.map(({ metadata }) => metadata.name),
    ) ?? waiting[0]?.metadata.name
  const service = waiting.find(({ metadata }) => metadata.name === chosen)
  if (service) return { ...misnamed(service, endpoints, context), about: nameOf(context, endpoints) }
  const ports = (endpoints.subsets?.[0]?.ports ?? []).map(({ name, port, protocol }) => ({ name, port, protocol }))
  const created = { apiVersion: 'v1', kind: 'Service', metadata: { name, namespace }, spec: { ports } }
  return {
    about: nameOf(context, endpoints),
    cause: `there is no Service ${name}: Endpoints by themselves have no address and no name`,
    evidence: [`no Service of namespace ${namespace} is called ${name}`],
    mend: [applying(context, created)],
  }
}
