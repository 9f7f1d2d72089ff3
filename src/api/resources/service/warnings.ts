import type { Service } from '../../generated/types.ts'
import { cidrWarnings, ipWarnings } from '../../validation/spelling-warnings.ts'
import { isExternalName, isHeadless } from './kinds.ts'

const hints = 'service.kubernetes.io/topology-aware-hints'
const mode = 'service.kubernetes.io/topology-mode'

/** What the server tells of a Service that it takes: fields that are outdated or without effect. */
export const warnings = (service: Service): readonly string[] => {
  const { metadata, spec } = service
  const { externalIPs = [], externalName, trafficDistribution } = spec
  const texts: readonly (readonly [boolean, string])[] = [
    [isExternalName(service) && externalIPs.length > 0, 'spec.externalIPs is ignored when spec.type is "ExternalName"'],
    [!isExternalName(service) && !!externalName, 'spec.externalName is ignored when spec.type is not "ExternalName"'],
    [
      trafficDistribution === 'PreferClose',
      'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
    ],
    [externalIPs.length > 0, 'spec.externalIPs is deprecated and may no longer be implemented in some clusters'],
  ]
  return [
    ...(metadata.annotations?.[hints] === undefined
      ? []
      : [`annotation ${hints} is deprecated, please use ${mode} instead`]),
    ...(isHeadless(service) ? headlessWarnings(service) : spelling(service.spec.clusterIPs, 'spec.clusterIPs')),
    ...spelling(externalIPs, 'spec.externalIPs'),
    ...(spec.loadBalancerSourceRanges ?? []).flatMap((range, index) =>
      cidrWarnings(range.trim(), `spec.loadBalancerSourceRanges[${index}]`),
    ),
    ...texts.filter(([applies]) => applies).map(([, text]) => text),
  ]
}

const headlessWarnings = ({ spec }: Service): readonly string[] =>
  [
    spec.loadBalancerIP ? 'spec.loadBalancerIP' : '',
    spec.externalIPs?.length ? 'spec.externalIPs' : '',
    spec.sessionAffinity && spec.sessionAffinity !== 'None' ? 'spec.SessionAffinity' : '',
  ]
    .filter(field => field !== '')
    .map(field => `${field} is ignored for headless services`)

const spelling = (addresses: readonly string[] = [], field: string): readonly string[] =>
  addresses.flatMap((address, index) => ipWarnings(address, `${field}[${index}]`))
