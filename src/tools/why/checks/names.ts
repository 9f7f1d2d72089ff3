import type { Namespace, Pod, Service } from '../../../api/generated/types.ts'
import { type Resolution, resolve } from '../../../dns/resolver/resolve.ts'
import { ipVersion } from '../../../util/ip.ts'
import { asking } from '../asking.ts'
import { defineCheck, type Finding, type WhyContext } from '../check.ts'
import { clientPod } from '../client-pod.ts'
import { command, listed, nameOf } from '../commands.ts'
import { changing } from '../owner.ts'
import { podsOf, servingPods } from '../pods.ts'
import { nearestService, readings, type ServiceName } from '../service-names.ts'

/** A name that does not resolve: of another namespace, misspelt, or not there. */
export const names = defineCheck({
  name: 'name',
  applies: ({ host }) => host !== undefined && ipVersion(host) === 0,
  async find(context) {
    const { host = '' } = context.target
    const resolution = await resolve(context.world, host)
    if (resolution.outcome !== 'nxdomain' && resolution.outcome !== 'nodata' && resolution.outcome !== 'servfail')
      return []
    if (resolution.addresses.length > 0) return []
    const evidence = [`${host} gives ${resolution.outcome.toUpperCase()}; asked were ${listed(asked(resolution), 6)}`]
    return reason(host, context).map(finding => ({ ...finding, evidence: [...evidence, ...finding.evidence] }))
  },
})

const asked = ({ steps }: Resolution): readonly string[] => [...new Set(steps.map(({ question }) => question.name))]

const reason = (host: string, context: WhyContext): readonly Finding[] => {
  const all = readings(host, context.target.namespace, context)
  if (all.length > 0 && !asksCluster(context)) return [foreignDns(host, context)]
  const services = all.map(reading => ({ reading, service: serviceOf(reading, context) }))
  const existing = services.find(({ service }) => service !== undefined)
  if (existing?.service) return knownService(existing.reading, existing.service, context)
  for (const { reading } of services) {
    const { name } = reading
    const own = context.view.get<Service>('Service', context.target.namespace, name)
    const meant = own ?? nearestService(context, reading)
    if (meant) return [other(host, reading, meant, context)]
  }
  return [unknown(host, context)]
}

const serviceOf = ({ name, namespace }: ServiceName, { view }: WhyContext): Service | undefined =>
  view.get<Service>('Service', namespace, name)

const asksCluster = ({ view, world }: WhyContext): boolean => {
  const { clusterIP = '' } = view.get<Service>('Service', 'kube-system', 'kube-dns')?.spec ?? {}
  return world.resolvConf.nameservers.includes(clusterIP)
}

const foreignDns = (host: string, context: WhyContext): Finding => {
  const { from, world } = context
  const pod = clientPod(context)
  const dnsPolicy = pod?.spec.hostNetwork ? ('ClusterFirstWithHostNet' as const) : ('ClusterFirst' as const)
  return {
    about: host,
    cause: `${from || 'who asks'} does not ask the cluster's DNS, which alone knows Services`,
    evidence: [`its name servers are ${listed(world.resolvConf.nameservers)}`],
    mend: pod
      ? changing(context, pod, {
          change: { spec: { dnsPolicy, dnsConfig: null } },
          spec: ({ dnsConfig: _, ...spec }) => ({ ...spec, dnsPolicy }),
        })
      : [asking(host, { ...context, from: '' })],
  }
}

const other = (host: string, reading: ServiceName, meant: Service, context: WhyContext): Finding => {
  const { name, namespace = '' } = meant.metadata
  const right = namespace === context.target.namespace ? name : `${name}.${namespace}`
  const isSpace = name === reading.name
  const space = context.view.get<Namespace>('Namespace', undefined, reading.namespace)
  const there = space ? '' : `: there is no namespace ${reading.namespace}`
  return {
    about: host,
    cause: isSpace
      ? `Service ${name} is in namespace ${namespace}, not in ${reading.namespace}${there}`
      : `there is no Service ${reading.name} in namespace ${reading.namespace}; ${name} may be meant`,
    evidence: [`${nameOf({ namespace: '' }, meant)} exists`],
    mend: [asking(reading.host ? `${reading.host}.${right}` : right, context)],
  }
}

const unknown = (host: string, context: WhyContext): Finding => {
  const [reading] = readings(host, context.target.namespace, context)
  const isService = reading && !host.replace(/\.$/, '').includes('.')
  const { url } = context.target
  return {
    about: host,
    cause: isService
      ? `there is no Service ${reading.name} in namespace ${reading.namespace}, nor one that is called nearly so`
      : 'no zone knows this name: neither the cluster, nor the internal network, nor the Internet as it is simulated',
    evidence: [],
    mend: isService
      ? [command(context, `run ${reading.name} --image=nginx --port=${url?.port ?? 80} --expose`, reading.namespace)]
      : addedToZone(host, context),
  }
}

/** The command that makes the Internet know a name, by a line more in its zone. */
const addedToZone = (host: string, { view, home }: WhyContext): readonly string[] => {
  const map = view.get<{ readonly data?: Readonly<Record<string, string>> } & Service>(
    'ConfigMap',
    'kube-system',
    'upstream-dns',
  )
  const zone = map?.data?.['external.zone']
  if (zone === undefined) return []
  const name = host.endsWith('.') ? host : `${host}.`
  const text = JSON.stringify({ data: { 'external.zone': `${zone.trimEnd()}\n${name} IN A 203.0.114.1\n` } })
  return [
    command({ home }, `patch configmap upstream-dns --type=merge -p '${text.replaceAll("'", "'\\''")}'`, 'kube-system'),
  ]
}

/** The Service is there, but the name does not resolve: a pod behind it that has no such name, or nothing ready. */
const knownService = (reading: ServiceName, service: Service, context: WhyContext): readonly Finding[] => {
  const { host = '' } = reading
  if (!host || service.spec.clusterIP !== 'None') return host ? [notHeadless(reading, service, context)] : []
  const pods = podsOf(context.view, service)
  const pod = pods.find(({ metadata, spec }) => metadata.name === host || spec.hostname === host)
  // A pod that lacks its hostname or subdomain is told of by another check.
  if (pod && !(pod.spec.hostname && pod.spec.subdomain)) return nameless(pod, reading, context)
  if (pod) return []
  const known = servingPods(pods).flatMap(({ spec }) => (spec.hostname ? [spec.hostname] : []))
  const [right] = known
  return [
    {
      about: context.target.host ?? '',
      cause: `no pod of headless Service ${reading.name} has the hostname ${host}`,
      evidence: [known.length > 0 ? `its pods are ${listed(known)}` : 'none of its pods has a hostname'],
      mend: [
        asking(
          right ? `${right}.${reading.name}.${reading.namespace}` : `${reading.name}.${reading.namespace}`,
          context,
        ),
      ],
    },
  ]
}

const nameless = (pod: Pod, { host = '', name }: ServiceName, context: WhyContext): readonly Finding[] => {
  const { hostname, subdomain } = pod.spec
  // Told of by the check of headless Services, which sees this pod.
  if (hostname || subdomain) return []
  const change = { hostname: host, subdomain: name }
  return [
    {
      about: nameOf(context, pod),
      cause: `it has neither hostname nor subdomain, so ${host}.${name} is not its name`,
      evidence: ['a headless Service by itself gives its pods no names'],
      mend: changing(context, pod, { change: { spec: change }, spec: spec => ({ ...spec, ...change }) }),
    },
  ]
}

const notHeadless = ({ host = '', name, namespace }: ServiceName, service: Service, context: WhyContext): Finding => ({
  about: context.target.host ?? '',
  cause: `Service ${name} is not headless: it has one name for all of its pods, and none for ${host}`,
  evidence: [
    `clusterIP of ${name} is ${service.spec.clusterIP ?? 'not set'}, type is ${service.spec.type ?? 'ClusterIP'}`,
  ],
  mend: [asking(`${name}.${namespace}`, context)],
})
