import type { Pod, Service } from '../../../api/generated/types.ts'
import { matchesLabels } from '../../../api/labels.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { applying, command, labelText, nameOf, patching } from '../commands.ts'
import { nearest } from '../near.ts'
import { changing } from '../owner.ts'

/** Pods that are to have a name of their own, and lack a part of it: hostname, subdomain, the headless Service. */
export const headless = defineCheck({
  name: 'headless',
  applies: ({ pods, services }) => pods.length > 0 || services.length > 0,
  find(context) {
    const { pods } = context.target
    return pods.flatMap(pod => lacking(pod, context))
  },
})

const lacking = (pod: Pod, context: WhyContext): readonly Finding[] => {
  const { hostname, subdomain } = pod.spec
  if (subdomain) return withSubdomain(pod, subdomain, context)
  const service = headlessOf(pod, context)
  if (!hostname || !service) return []
  const { name } = service.metadata
  return [
    {
      about: nameOf(context, pod),
      cause: `it has a hostname but no subdomain, so it has no name of its own: ${hostname}.${name} does not resolve`,
      evidence: [`spec.hostname is ${hostname}, spec.subdomain is not set`, `headless Service ${name} selects it`],
      mend: specChange(pod, { subdomain: name }, context),
    },
  ]
}

const withSubdomain = (pod: Pod, subdomain: string, context: WhyContext): readonly Finding[] => {
  const { namespace } = pod.metadata
  const service = context.view.get<Service>('Service', namespace, subdomain)
  const about = nameOf(context, pod)
  if (!service) return [noService(pod, subdomain, context)]
  if (service.spec.clusterIP !== 'None' && service.spec.type !== 'ExternalName') {
    return [
      {
        about,
        cause: `its subdomain ${subdomain} is a Service with a ClusterIP: only a headless Service gives its pods names`,
        evidence: [`clusterIP of service/${subdomain} is ${service.spec.clusterIP}`],
        mend: [command(context, `delete service ${subdomain}`, namespace), applying(context, headlessCopy(service))],
      },
    ]
  }
  if (!matchesLabels(service.spec.selector, pod.metadata.labels)) {
    return [
      {
        about,
        cause: `the headless Service of its subdomain, ${subdomain}, does not select it`,
        evidence: [
          `its labels are ${labelText(pod.metadata.labels)}`,
          `the selector is ${labelText(service.spec.selector)}`,
        ],
        mend: [patching(context, service, { spec: { selector: labelsFor(pod, service) } }, 'merge')],
      },
    ]
  }
  return pod.spec.hostname ? [] : [noHostname(pod, subdomain, context)]
}

/** The selector with the pod's own values; keys that it has not are given up. */
const labelsFor = ({ metadata }: Pod, { spec }: Service): object => {
  const labels = metadata.labels ?? {}
  const kept = Object.fromEntries(Object.keys(spec.selector ?? {}).map(key => [key, labels[key] ?? null]))
  const isSome = Object.values(kept).some(value => value !== null)
  return isSome ? kept : { ...kept, ...labels }
}

const headlessCopy = ({ apiVersion, kind, metadata, spec }: Service) => ({
  apiVersion,
  kind,
  metadata: { name: metadata.name, namespace: metadata.namespace, labels: metadata.labels },
  spec: { clusterIP: 'None', selector: spec.selector, ports: spec.ports?.map(({ nodePort: _, ...port }) => port) },
})

const noHostname = (pod: Pod, subdomain: string, context: WhyContext): Finding => {
  const { name } = pod.metadata
  return {
    about: nameOf(context, pod),
    cause: `it has a subdomain but no hostname, so it has no name of its own: ${name}.${subdomain} does not resolve`,
    evidence: [`spec.subdomain is ${subdomain}, spec.hostname is not set`],
    mend: specChange(pod, { hostname: name.slice(0, 63).replaceAll('.', '-') }, context),
  }
}

const noService = (pod: Pod, subdomain: string, context: WhyContext): Finding => {
  const { namespace, labels } = pod.metadata
  const own = headlessOf(pod, context)?.metadata.name
  const others = context.view.list<Service>('Service', namespace).map(({ metadata }) => metadata.name)
  const meant = own ?? nearest(subdomain, others)
  const ports = pod.spec.containers.flatMap(({ ports = [] }) => ports.map(({ containerPort }) => containerPort))
  const service = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: subdomain, namespace },
    spec: { clusterIP: 'None', selector: labels, ports: [{ port: ports[0] ?? 80 }] },
  }
  return {
    about: nameOf(context, pod),
    cause: `its subdomain is ${subdomain}, and there is no Service of that name: it has no name of its own`,
    evidence: [`no Service ${subdomain} in namespace ${namespace}`, ...(meant ? [`there is a Service ${meant}`] : [])],
    mend: own ? specChange(pod, { subdomain: own }, context) : [applying(context, service)],
  }
}

/** The headless Service that selects a pod. */
const headlessOf = ({ metadata }: Pod, { view }: WhyContext): Service | undefined =>
  view
    .list<Service>('Service', metadata.namespace)
    .find(
      ({ spec }) =>
        spec.clusterIP === 'None' &&
        Object.keys(spec.selector ?? {}).length > 0 &&
        matchesLabels(spec.selector, metadata.labels),
    )

const specChange = (pod: Pod, change: Partial<Pod['spec']>, context: WhyContext): readonly string[] =>
  changing(context, pod, { change: { spec: change }, spec: spec => ({ ...spec, ...change }) })
