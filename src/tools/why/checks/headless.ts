import type { Pod, Service, StatefulSet } from '../../../api/generated/types.ts'
import { matchesLabels } from '../../../api/labels.ts'
import { ownLabels } from '../allowing.ts'
import { setAsWritten } from '../as-written.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { applying, command, labelText, patching, replacing } from '../commands.ts'
import { merged } from '../merged.ts'
import { changing, ownerOf } from '../owner.ts'

/** Pods that are to have a name of their own, and lack a part of it: hostname, subdomain, the headless Service. */
export const headless = defineCheck({
  name: 'headless',
  applies: ({ pods, services }) => pods.length > 0 || services.length > 0,
  find(context) {
    const { pods } = context.target
    return merged(
      pods.flatMap(pod => lacking(pod, context).map(finding => ({ pod, ...finding }))),
      context,
    )
  },
})

type Lack = Omit<Finding, 'about'>

const lacking = (pod: Pod, context: WhyContext): readonly Lack[] => {
  const { hostname, subdomain } = pod.spec
  if (subdomain) return withSubdomain(pod, subdomain, context)
  const service = headlessOf(pod, context)
  if (!hostname || !service) return []
  const { name } = service.metadata
  return [
    {
      cause: `it has a hostname but no subdomain, so it has no name of its own: ${hostname}.${name} does not resolve`,
      evidence: [`spec.hostname is ${hostname}, spec.subdomain is not set`, `headless Service ${name} selects it`],
      mend: specChange(pod, { subdomain: name }, context),
    },
  ]
}

const withSubdomain = (pod: Pod, subdomain: string, context: WhyContext): readonly Lack[] => {
  const { namespace } = pod.metadata
  const service = context.view.get<Service>('Service', namespace, subdomain)
  if (!service) return [noService(pod, subdomain, context)]
  if (service.spec.clusterIP !== 'None' && service.spec.type !== 'ExternalName') {
    return [
      {
        cause: `its subdomain ${subdomain} is a Service with a ClusterIP: only a headless Service gives its pods names`,
        evidence: [`clusterIP of service/${subdomain} is ${service.spec.clusterIP}`],
        mend: [command(context, `delete service ${subdomain}`, namespace), applying(context, headlessCopy(service))],
      },
    ]
  }
  if (!matchesLabels(service.spec.selector, pod.metadata.labels)) {
    return [
      {
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

const noHostname = (pod: Pod, subdomain: string, context: WhyContext): Lack => {
  const { name } = pod.metadata
  return {
    cause: `it has a subdomain but no hostname, so it has no name of its own: ${name}.${subdomain} does not resolve`,
    evidence: [`spec.subdomain is ${subdomain}, spec.hostname is not set`],
    mend: specChange(pod, { hostname: name.slice(0, 63).replaceAll('.', '-') }, context),
  }
}

const noService = (pod: Pod, subdomain: string, context: WhyContext): Lack => {
  const { namespace } = pod.metadata
  const own = headlessOf(pod, context)?.metadata.name
  const owner = ownerOf(context, pod)
  const set = owner?.kind === 'StatefulSet' ? (owner as StatefulSet) : undefined
  return {
    cause: `its subdomain is ${subdomain}${set ? ', the serviceName of its StatefulSet' : ''}, and there is no Service of that name: it has no name of its own`,
    evidence: [
      `no Service ${subdomain} in namespace ${namespace}`,
      ...(own ? [`headless Service ${own} selects it`] : []),
    ],
    mend: own ? atService(own, { pod, set }, context) : [applying(context, headlessFor(pod, subdomain))],
  }
}

/** The pod under the Service that there is. A StatefulSet cannot get another serviceName, so it is made anew. */
const atService = (
  name: string,
  { pod, set }: { readonly pod: Pod; readonly set: StatefulSet | undefined },
  context: WhyContext,
): readonly string[] => {
  if (!set?.spec) return specChange(pod, { subdomain: name }, context)
  return [replacing(context, setAsWritten({ ...set, spec: { ...set.spec, serviceName: name } }))]
}

const headlessFor = ({ metadata, spec }: Pod, name: string) => {
  const ports = spec.containers.flatMap(({ ports = [] }) => ports.map(({ containerPort }) => containerPort))
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: metadata.namespace },
    spec: { clusterIP: 'None', selector: ownLabels(metadata.labels), ports: [{ port: ports[0] ?? 80 }] },
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
