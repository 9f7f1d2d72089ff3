import type { Service } from '../../generated/types.ts'
import { cidrWarnings, ipWarnings } from '../../validation/spelling-warnings.ts'
import { isExternalName, isHeadless } from './kinds.ts'

const hints = 'service.kubernetes.io/topology-aware-hints'
const mode = 'service.kubernetes.io/topology-mode'

/** What the server tells of a Service that it takes: fields that are outdated or without effect. */
export const warnings = (service: Service): readonly string[] => {
  const { metadata, spec } = service
  const { externalIPs = [], externalName, loadBalancerIP, trafficDistribution } = spec
  const [headless, external] = [isHeadless(service), isExternalName(service)]
  const given = externalIPs.length > 0
  return [
    ...when(
      metadata.annotations?.[hints] !== undefined,
      `annotation ${hints} is deprecated, please use ${mode} instead`,
    ),
    ...(headless ? headlessWarnings(service) : spelling(spec.clusterIPs, 'spec.clusterIPs')),
    ...spelling(externalIPs, 'spec.externalIPs'),
    ...when(
      given && !headless && !external,
      'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
    ),
    ...(loadBalancerIP ? ipWarnings(loadBalancerIP, 'spec.loadBalancerIP') : []),
    ...(spec.loadBalancerSourceRanges ?? []).flatMap((range, index) =>
      cidrWarnings(range.trim(), `spec.loadBalancerSourceRanges[${index}]`),
    ),
    ...when(given && external, 'spec.externalIPs is ignored when spec.type is "ExternalName"'),
    ...when(!external && !!externalName, 'spec.externalName is ignored when spec.type is not "ExternalName"'),
    ...when(
      trafficDistribution === 'PreferClose',
      'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
    ),
  ]
}

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
