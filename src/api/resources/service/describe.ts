import { eventLines } from '../../describe/events.ts'
import { heading } from '../../describe/heading.ts'
import { optional, orNone, orUnset } from '../../describe/lines.ts'
import type { EndpointSlice, LoadBalancerIngress, Service, ServicePort } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'
import { readyAddresses } from '../endpoint-slice/ready-addresses.ts'
import { slicesOf } from '../endpoint-slice/slices-of.ts'
import { formatMap } from './format-map.ts'

export const describe = async (service: Service, context: DescribeContext): Promise<readonly string[]> => {
  const { spec } = service
  const slices = await slicesOf(context.client, service.metadata)
  return [
    ...heading(service),
    `Selector:\t${formatMap(spec.selector)}`,
    `Type:\t${spec.type}`,
    ...addressLines(service),
    ...(spec.ports ?? []).flatMap(port => portLines(port, slices)),
    ...trafficLines(service),
    ...(await eventLines(service, context)),
  ]
}

const addressLines = ({ spec, status }: Service): readonly string[] => [
  ...optional('IP Family Policy', spec.ipFamilyPolicy),
  `IP Families:\t${orNone(spec.ipFamilies?.join(','))}`,
  `IP:\t${spec.clusterIP ?? ''}`,
  `IPs:\t${orNone(spec.clusterIPs?.join(','))}`,
  ...optional('External IPs', spec.externalIPs?.join(',')),
  ...optional('Desired LoadBalancer IP', spec.loadBalancerIP),
  ...optional('External Name', spec.externalName),
  ...optional('LoadBalancer Ingress', status?.loadBalancer?.ingress?.map(ingressText).join(', ')),
]

const ingressText = ({ ip, ipMode, hostname }: LoadBalancerIngress): string => {
  if (!ip) return hostname ?? ''
  return ipMode ? `${ip} (${ipMode})` : ip
}

const portLines = (port: ServicePort, slices: readonly EndpointSlice[]): readonly string[] => [
  `Port:\t${orUnset(port.name)}\t${port.port}/${port.protocol}`,
  `TargetPort:\t${port.targetPort}/${port.protocol}`,
  ...optional('AppProtocol', port.appProtocol),
  ...(port.nodePort ? [`NodePort:\t${orUnset(port.name)}\t${port.nodePort}/${port.protocol}`] : []),
  `Endpoints:\t${readyAddresses(slices, port.name ?? '')}`,
]

const trafficLines = ({ spec }: Service): readonly string[] => [
  `Session Affinity:\t${spec.sessionAffinity}`,
  ...optional('External Traffic Policy', spec.externalTrafficPolicy),
  ...optional('Internal Traffic Policy', spec.internalTrafficPolicy),
  ...optional('HealthCheck NodePort', spec.healthCheckNodePort || undefined),
  ...optional('LoadBalancer Source Ranges', spec.loadBalancerSourceRanges?.join(',')),
  ...optional('Traffic Distribution', spec.trafficDistribution),
]
