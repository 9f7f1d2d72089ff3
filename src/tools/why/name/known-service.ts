import type { Pod, Service } from '../../../api/generated/types.ts'
import { controllerOf } from '../../../api/meta.ts'
import { ipVersion } from '../../../util/ip.ts'
import { asking } from '../asking.ts'
import type { Finding, WhyContext } from '../check.ts'
import { listed, nameOf } from '../commands.ts'
import { changing, ownerOf } from '../owner.ts'
import { podsOf, servingPods } from '../pods.ts'
import type { ServiceName } from '../service-names.ts'
import { shortAlias } from '../short-alias.ts'
import { unknownName } from './unknown.ts'

/** The Service is there, but the name does not resolve: a pod behind it that has no such name, or nothing ready. */
export const knownService = (reading: ServiceName, service: Service, context: WhyContext): readonly Finding[] => {
  const { host = '' } = reading
  if (!host) return service.spec.type === 'ExternalName' ? deadAlias(service, context) : unsearched(service, context)
  if (service.spec.clusterIP !== 'None') return [notHeadless(reading, service, context)]
  const pods = podsOf(context.view, service)
  const pod = pods.find(({ metadata, spec }) => metadata.name === host || spec.hostname === host)
  if (!pod) return [noHostname(reading, pods, context)]
  // A pod that lacks its hostname or its subdomain is told of by the check of headless Services.
  const { hostname, subdomain } = pod.spec
  if (hostname && subdomain && subdomain !== reading.name) return elsewhere(pod, reading, context)
  if (hostname || subdomain) return []
  const maker = ownerOf(context, pod)
  return [maker ? ofMany(pod, reading, context) : nameless(pod, reading, context)]
}

/** A part of the name, where nobody adds the rest. A headless Service without ready pods has no address, either. */
const unsearched = ({ metadata: { name, namespace }, spec }: Service, context: WhyContext): readonly Finding[] => {
  const { world, settings, target } = context
  const { search } = world.resolvConf
  const domain = `${namespace}.svc.${settings.clusterDomain}`
  const isWhole = `${target.host ?? ''}`.replace(/\.$/, '') === `${name}.${domain}`
  if (isWhole || search.includes(domain) || spec.clusterIP === 'None') return []
  return [
    {
      about: target.host ?? '',
      cause: `it is a part of a name, and the search list has nothing that makes ${name}.${domain} of it`,
      evidence: [search.length > 0 ? `the search list is ${listed(search)}` : 'the search list is empty'],
      mend: [asking(`${name}.${domain}`, context)],
    },
  ]
}

/** An alias for a name that nobody has. One that could be none, or is of the cluster, is told of elsewhere. */
const deadAlias = (service: Service, context: WhyContext): readonly Finding[] => {
  const target = (service.spec.externalName ?? '').replace(/\.$/, '')
  if (shortAlias(service, context) || ipVersion(target) !== 0 || target.endsWith(`.${context.settings.clusterDomain}`))
    return []
  const { cause, evidence, mend } = unknownName(target, context)
  return [
    {
      about: nameOf(context, service),
      cause: `it is an alias for ${target}, and that name does not resolve: ${cause}`,
      evidence: [...evidence, 'the DNS gives the alias, and then NXDOMAIN'],
      mend: mend.slice(0, 1),
    },
  ]
}

const noHostname = ({ name, namespace, host }: ServiceName, pods: readonly Pod[], context: WhyContext): Finding => {
  const known = servingPods(pods).flatMap(({ spec }) => (spec.hostname ? [spec.hostname] : []))
  const [right] = known
  return {
    about: context.target.host ?? '',
    cause: `no pod of headless Service ${name} has the hostname ${host}`,
    evidence: [known.length > 0 ? `its pods are ${listed(known)}` : 'none of its pods has a hostname'],
    mend: [asking(`${right ? `${right}.` : ''}${name}.${namespace}`, context)],
  }
}

/** A pod that has its name under another Service; that it does not exist is told by the check of headless Services. */
const elsewhere = (pod: Pod, { name, namespace }: ServiceName, context: WhyContext): readonly Finding[] => {
  const { hostname, subdomain = '' } = pod.spec
  if (!context.view.get<Service>('Service', namespace, subdomain)) return []
  return [
    {
      about: nameOf(context, pod),
      cause: `its subdomain is ${subdomain}, so its name is ${hostname}.${subdomain}, not ${hostname}.${name}`,
      evidence: [`spec.subdomain is ${subdomain}`],
      mend: [asking(`${hostname}.${subdomain}.${namespace}`, context)],
    },
  ]
}

const nameless = (pod: Pod, { host = '', name }: ServiceName, context: WhyContext): Finding => {
  const change = { hostname: host, subdomain: name }
  return {
    about: nameOf(context, pod),
    cause: `it has neither hostname nor subdomain, so ${host}.${name} is not its name`,
    evidence: ['a headless Service by itself gives its pods no names'],
    mend: changing(context, pod, { change: { spec: change }, spec: spec => ({ ...spec, ...change }) }),
  }
}

/** One of many alike: no hostname in the template could be its own. The DNS knows such a pod by its address. */
const ofMany = (pod: Pod, { host = '', name, namespace }: ServiceName, context: WhyContext): Finding => {
  const known = `${(pod.status?.podIP ?? '').replaceAll(/[.:]/g, '-')}.${name}.${namespace}`
  return {
    about: nameOf(context, pod),
    cause: `it has neither hostname nor subdomain, so ${host}.${name} is not its name: a StatefulSet would give it one`,
    evidence: [`it is one of a ${controllerOf(pod)?.kind}, whose pods are all alike`, `the DNS knows it as ${known}`],
    mend: [asking(known, context)],
  }
}

const notHeadless = ({ host = '', name, namespace }: ServiceName, service: Service, context: WhyContext): Finding => ({
  about: context.target.host ?? '',
  cause: `Service ${name} is not headless: it has one name for all of its pods, and none for ${host}`,
  evidence: [
    `clusterIP of ${name} is ${service.spec.clusterIP ?? 'not set'}, type is ${service.spec.type ?? 'ClusterIP'}`,
  ],
  mend: [asking(`${name}.${namespace}`, context)],
})
