import type { Service } from '../../generated/types.ts'
import { cidrWarnings, ipWarnings } from '../../validation/spelling-warnings.ts'
import { isExternalName, isHeadless } from './kinds.ts'

const hints = 'service.kubernetes.io/topology-aware-hints'
const mode = 'service.kubernetes.io/topology-mode'

/** What the server tells of a Service that it takes: fields that are outdated or without effect. */
export const warnings = (service: Service): readonly string[] => {
  const { metadata, spec } = service
  const isDated = metadata.annotations?.[hints] !== undefined
  return [
    ...when(isDated, `annotation ${hints} is deprecated, please use ${mode} instead`),
    ...(isHeadless(service) ? headlessWarnings(service) : spelling(spec.clusterIPs, 'spec.clusterIPs')),
    ...spelling(spec.externalIPs, 'spec.externalIPs'),
    ...when(hasExternalIPs(service) && !isHeadless(service) && !isExternalName(service), outdated),
    ...(spec.loadBalancerIP ? ipWarnings(spec.loadBalancerIP, 'spec.loadBalancerIP') : []),
    ...(spec.loadBalancerSourceRanges ?? []).flatMap((range, index) =>
      cidrWarnings(range.trim(), `spec.loadBalancerSourceRanges[${index}]`),
    ),
    ...externalNameWarnings(service),
    ...when(spec.trafficDistribution === 'PreferClose', preferClose),
  ]
}

const outdated = 'spec.externalIPs is deprecated and may no longer be implemented in some clusters'
const preferClose = 'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"'

const hasExternalIPs = ({ spec }: Service): boolean => (spec.externalIPs ?? []).length > 0

const externalNameWarnings = (service: Service): readonly string[] =>
  isExternalName(service)
    ? when(hasExternalIPs(service), 'spec.externalIPs is ignored when spec.type is "ExternalName"')
    : when(!!service.spec.externalName, 'spec.externalName is ignored when spec.type is not "ExternalName"')

const when = (applies: boolean, text: string): readonly string[] => (applies ? [text] : [])

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
