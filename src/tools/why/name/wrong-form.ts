import type { Pod, Service } from '../../../api/generated/types.ts'
import { asking } from '../asking.ts'
import type { Finding, WhyContext } from '../check.ts'
import { nearest } from '../near.ts'

/** A name that looks like one of the cluster's, but is not put together as they are. */
export const wrongForm = (host: string, context: WhyContext): Finding | undefined => {
  const plain = host.toLowerCase().replace(/\.$/, '')
  return (
    noNamespace(plain, context) ?? misplaced(plain, context) ?? wrongDomain(plain, context) ?? podByName(plain, context)
  )
}

/** `web.svc.cluster.local` */
const noNamespace = (host: string, context: WhyContext): Finding | undefined => {
  const { target, settings, view } = context
  const [name = '', svc, ...domain] = host.split('.')
  if (svc !== 'svc' || domain.join('.') !== settings.clusterDomain) return undefined
  const service =
    view.get<Service>('Service', target.namespace, name) ??
    view.list<Service>('Service').find(({ metadata }) => metadata.name === name)
  const right = `${name}.${service?.metadata.namespace ?? target.namespace}.svc.${settings.clusterDomain}`
  return {
    about: host,
    cause: 'it lacks the namespace: the whole name of a Service is NAME.NAMESPACE.svc.DOMAIN',
    evidence: service ? [`service/${name} in ${service.metadata.namespace} exists`] : [],
    mend: service ? [asking(right, context)] : [],
  }
}

/** `web.svc.shop`, `web.shop.cluster.local`: svc in a wrong place, or in none. */
const misplaced = (host: string, context: WhyContext): Finding | undefined => {
  const { clusterDomain } = context.settings
  const short = host.endsWith(`.${clusterDomain}`) ? host.slice(0, -clusterDomain.length - 1) : host
  const labels = short.split('.')
  const [name = '', namespace = '', ...more] = labels.filter(label => label !== 'svc')
  const isRight = labels.length === 2 ? short === host : labels[2] === 'svc'
  if (isRight || more.length > 0 || !context.view.get<Service>('Service', namespace, name)) return undefined
  return {
    about: host,
    cause: 'its parts are in a wrong order: the whole name of a Service is NAME.NAMESPACE.svc.DOMAIN',
    evidence: [`service/${name} in ${namespace} exists`],
    mend: [asking(`${name}.${namespace}.svc.${clusterDomain}`, context)],
  }
}

/** `web.shop.svc.cluster.locl`, `web.shop.svc.example.com` */
const wrongDomain = (host: string, context: WhyContext): Finding | undefined => {
  const { clusterDomain } = context.settings
  const [, name, kind, domain = ''] =
    /^([^.]+\.[^.]+|[^.]+\.[^.]+\.[^.]+)\.(svc|pod|scv|srv|service)\.(.+)$/.exec(host) ?? []
  if (name === undefined || domain.endsWith(`.${clusterDomain}`)) return undefined
  const isSvc = kind === 'svc' || kind === 'pod'
  if (isSvc && domain === clusterDomain) return undefined
  return {
    about: host,
    cause: isSvc
      ? `the domain of this cluster is ${clusterDomain}, not ${domain}`
      : `the names of Services are in svc.${clusterDomain}, not in ${kind}.${domain}`,
    evidence: [],
    mend: [asking(`${name}.${kind === 'pod' ? 'pod' : 'svc'}.${clusterDomain}`, context)],
  }
}

/** `web-1.shop.pod.cluster.local` */
const podByName = (host: string, context: WhyContext): Finding | undefined => {
  const { settings, view } = context
  const [name = '', namespace = '', pod, ...domain] = host.split('.')
  if (pod !== 'pod' || (domain.length > 0 && domain.join('.') !== settings.clusterDomain)) return undefined
  if (/^\d+(-\d+){3}$/.test(name)) return podElsewhere(host, { name, namespace }, context)
  const pods = view.list<Pod>('Pod', namespace)
  const meant = nearest(
    name,
    pods.map(({ metadata }) => metadata.name),
  )
  const ip = pods.find(({ metadata }) => metadata.name === meant)?.status?.podIP
  const right = ip && `${ip.replaceAll(/[.:]/g, '-')}.${namespace}.pod.${settings.clusterDomain}`
  return {
    about: host,
    cause: 'in the domain pod. the DNS knows pods by their addresses, not by their names',
    evidence: ip ? [`the address of pod ${meant} is ${ip}`] : [],
    mend: right ? [asking(right, context)] : [],
  }
}

/** `10-244-1-2.shop.pod`: only in a namespace that is there. */
const podElsewhere = (
  host: string,
  { name, namespace }: { readonly name: string; readonly namespace: string },
  context: WhyContext,
): Finding => {
  const { settings, view, target } = context
  const address = name.replaceAll('-', '.')
  const pod = view.list<Pod>('Pod').find(({ status }) => status?.podIP === address)
  const right = pod?.metadata.namespace ?? target.namespace
  return {
    about: host,
    cause: `there is no namespace ${namespace}, so the DNS knows no pods of it`,
    evidence: pod ? [`${address} is the address of pod ${pod.metadata.name} in namespace ${right}`] : [],
    mend: [asking(`${name}.${right}.pod.${settings.clusterDomain}`, context)],
  }
}
