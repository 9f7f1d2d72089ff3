import type { Service } from '../../../api/generated/types.ts'
import { ipVersion } from '../../../util/ip.ts'
import { urlText } from '../../http/url.ts'
import { aliasChain, aliasTarget } from '../alias-chain.ts'
import { type Finding, serviceCheck, type WhyContext } from '../check.ts'
import { applying, command, nameOf, patching, quoted } from '../commands.ts'
import { nearestService, type ServiceName } from '../service-names.ts'
import { shortAlias } from '../short-alias.ts'

/** An ExternalName that is an address or no name of the cluster's, and requests that keep the wrong Host header. */
export const externalName = serviceCheck('external-name', (service, context) => {
  if (service.spec.type !== 'ExternalName') return []
  const name = service.spec.externalName ?? ''
  if (ipVersion(name) !== 0) return [address(service, name, context)]
  const lost = nowhere(service, name, context)
  return lost.length > 0 ? lost : wrongHost(service, name, context)
})

const address = (service: Service, ip: string, context: WhyContext): Finding => {
  const { name, namespace } = service.metadata
  const ports = service.spec.ports?.length ? service.spec.ports : [{ port: 80, protocol: 'TCP' as const }]
  const slice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: { name: `${name}-1`, namespace, labels: { 'kubernetes.io/service-name': name } },
    addressType: `IPv${ipVersion(ip)}`,
    ports: ports.map(({ name, port, protocol = 'TCP' }) => ({ name: name ?? '', port, protocol })),
    endpoints: [{ addresses: [ip] }],
  }
  return {
    about: nameOf(context, service),
    cause: `its externalName is an address, ${ip}: an alias leads to a name, so the DNS has no record for it`,
    evidence: [
      `${name}.${namespace} gives NXDOMAIN`,
      'an address belongs into an EndpointSlice of a Service without selector',
    ],
    mend: [
      patching(context, service, { spec: { type: 'ClusterIP', externalName: null, ports } }, 'merge'),
      applying(context, slice),
    ],
  }
}

/** A name of the cluster's own that does not exist. Names of the outside are not ours to judge. */
const nowhere = (service: Service, target: string, context: WhyContext): readonly Finding[] => {
  const { clusterDomain } = context.settings
  const short = shortAlias(service, context)
  if (short) return [unfinished(service, short, context)]
  const { name, namespace } = aliasTarget(service, context.settings) ?? {}
  if (!name || namespace === undefined) return []
  if (context.view.get('Service', namespace, name)) return circle(service, context)
  const near = nearestService(context, { name, namespace })
  const meant = near && aliasChain(near, context).includes(service) ? undefined : near
  const right = meant && `${meant.metadata.name}.${meant.metadata.namespace}.svc.${clusterDomain}`
  return [
    {
      about: nameOf(context, service),
      cause: `its externalName ${target} does not exist`,
      evidence: [`there is no Service ${name} in namespace ${namespace}`],
      mend: right
        ? [patching(context, service, { spec: { externalName: right } })]
        : [command(context, `run ${name} --image=nginx --port=80 --expose`, namespace)],
    },
  ]
}

const unfinished = (service: Service, { name, namespace }: ServiceName, context: WhyContext): Finding => {
  const whole = `${name}.${namespace}.svc.${context.settings.clusterDomain}`
  return {
    about: nameOf(context, service),
    cause: `its externalName ${service.spec.externalName} is not a whole name: nobody looks for an alias in a search list`,
    evidence: [`service/${name} in ${namespace} is ${whole}`],
    mend: [patching(context, service, { spec: { externalName: whole } })],
  }
}

/** Aliases that lead back to where they began. */
const circle = (service: Service, context: WhyContext): readonly Finding[] => {
  // Each of them leads back to itself: that is told of the one that is asked about.
  if (service !== context.target.services[0]) return []
  const chain = aliasChain(service, context)
  const last = chain.at(-1)
  const back = last && aliasTarget(last, context.settings)
  if (!last || back?.name !== service.metadata.name || back.namespace !== service.metadata.namespace) return []
  const { name, namespace } = last.metadata
  const spec = { type: 'ClusterIP', externalName: null, selector: { app: name }, ports: [{ port: 80 }] }
  const names = [...chain, service].map(({ metadata }) => metadata.name)
  return [
    {
      about: nameOf(context, service),
      cause: `it is an alias that leads back to itself: ${names.join(' -> ')}`,
      evidence: [`externalName of service/${name} is ${last.spec.externalName}`],
      mend: [
        command(context, `run ${name} --image=nginx --port=80 --labels=app=${name}`, namespace),
        patching(context, last, { spec }, 'merge'),
      ],
    },
  ]
}

const wrongHost = (service: Service, target: string, context: WhyContext): readonly Finding[] => {
  const { url, host } = context.target
  // A name that does not resolve has no server to know headers.
  if (context.found.some(({ check }) => check === 'name')) return []
  const isOutside = !target.replace(/\.$/, '').endsWith(`.${context.settings.clusterDomain}`)
  if (!url || !host || !isOutside || host.replace(/\.$/, '') === target) return []
  const option = url.scheme === 'https' ? '-k ' : ''
  return [
    {
      about: nameOf(context, service),
      cause: `the request goes to ${target}, but with the header Host: ${host}, which that server does not know`,
      evidence: [`${host} is an alias for ${target}: the DNS changes where a request goes, not what it says`],
      mend: [
        command(
          context,
          `curl ${option}-H ${quoted(`Host: ${target.replace(/\.$/, '')}`)} ${urlText(url)}`,
          context.target.namespace,
        ),
      ],
    },
  ]
}
