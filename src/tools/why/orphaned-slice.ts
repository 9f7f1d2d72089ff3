import type { EndpointSlice, Service } from '../../api/generated/types.ts'
import type { Finding, WhyContext } from './check.ts'
import { applying, command, nameOf } from './commands.ts'
import { nearest } from './near.ts'

const serviceKey = 'kubernetes.io/service-name'

/** An EndpointSlice whose label names no Service that is there. */
export const orphanedSlice = (slice: EndpointSlice, context: WhyContext): Finding => {
  const { name, namespace, labels } = slice.metadata
  const wanted = labels?.[serviceKey]
  const names = context.view.list<Service>('Service', namespace).map(({ metadata }) => metadata.name)
  const meant = nearest(wanted ?? name, names)
  return {
    about: nameOf(context, slice),
    cause:
      wanted === undefined
        ? `it belongs to no Service: it has no label ${serviceKey}`
        : `there is no Service ${wanted}, to which its label ${serviceKey} says that it belongs`,
    evidence: [`the namespace has ${names.join(', ') || 'no Services'}`],
    mend: meant
      ? [command(context, `label endpointslice ${name} ${serviceKey}=${meant} --overwrite`, namespace)]
      : founded(slice, wanted, context),
  }
}

/** The Service that it is to belong to. */
const founded = (slice: EndpointSlice, wanted: string | undefined, context: WhyContext): readonly string[] => {
  const { name, namespace } = slice.metadata
  const ports = (slice.ports ?? []).map(({ name, port, protocol }) => ({ name: name || undefined, port, protocol }))
  const own = wanted ?? name
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: own, namespace }, spec: { ports } }
  const labelled = wanted ? [] : [command(context, `label endpointslice ${name} ${serviceKey}=${own}`, namespace)]
  return [applying(context, service), ...labelled]
}
