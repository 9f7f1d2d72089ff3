import type { Service } from '../../../api/generated/types.ts'
import { ipVersion } from '../../../util/ip.ts'
import { urlText } from '../../http/url.ts'
import { type Finding, serviceCheck, type WhyContext } from '../check.ts'
import { applying, command, nameOf, patching, quoted } from '../commands.ts'
import { nearestService } from '../service-names.ts'

/** An ExternalName that is an address or no name of the cluster's, and requests that keep the wrong Host header. */
export const externalName = serviceCheck('external-name', (service, context) => {
  if (service.spec.type !== 'ExternalName') return []
  const name = service.spec.externalName ?? ''
  if (ipVersion(name) !== 0) return [address(service, name, context)]
  return [...nowhere(service, name, context), ...wrongHost(service, name, context)]
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
  const plain = target.replace(/\.$/, '')
  const [, name = '', namespace = ''] =
    new RegExp(`^([^.]+)\\.([^.]+)\\.svc\\.${clusterDomain.replaceAll('.', '\\.')}$`).exec(plain) ?? []
  if (!name || context.view.get('Service', namespace, name)) return []
  const meant = nearestService(context, { name, namespace })
  const right = meant && `${meant.metadata.name}.${meant.metadata.namespace}.svc.${clusterDomain}`
  return [
    {
      about: nameOf(context, service),
      cause: `its externalName ${target} does not exist`,
      evidence: [`there is no Service ${name} in namespace ${namespace}`],
      mend: right ? [patching(context, service, { spec: { externalName: right } })] : [],
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
