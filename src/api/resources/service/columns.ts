import { compareBytes } from '../../../util/compare.ts'
import { ageColumn, type Column, column, nameColumn, wideColumn } from '../../columns.ts'
import type { Service, ServicePort } from '../../generated/types.ts'
import { formatMap } from './format-map.ts'
import { isExternalName, isLoadBalancer } from './kinds.ts'

export const columns: readonly Column<Service>[] = [
  nameColumn,
  column('Type', ({ spec }) => spec.type),
  column('Cluster-IP', ({ spec }) => spec.clusterIPs?.[0] ?? '<none>'),
  column('External-IP', service => externalCell(service)),
  column('Port(s)', ({ spec }) => spec.ports?.map(portCell).join(',') || '<none>'),
  ageColumn,
  wideColumn('Selector', ({ spec }) => formatMap(spec.selector)),
]

const externalCell = (service: Service): string => {
  const { type, externalIPs = [], externalName } = service.spec
  if (isExternalName(service)) return externalName ?? ''
  const ingress = isLoadBalancer(service) ? ingressOf(service) : []
  const all = [...ingress, ...externalIPs].join(',')
  if (all !== '') return all
  return type === 'LoadBalancer' ? '<pending>' : '<none>'
}

const ingressOf = ({ status }: Service): readonly string[] =>
  [...new Set((status?.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }) => ip || hostname || []))].toSorted(
    compareBytes,
  )

const portCell = ({ port, nodePort, protocol }: ServicePort): string =>
  `${port}${nodePort ? `:${nodePort}` : ''}/${protocol}`
