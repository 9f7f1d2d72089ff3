import { compareBytes } from '../../../util/compare.ts'
import { ageColumn, type Column, column, nameColumn } from '../../columns.ts'
import type { Ingress, IngressRule } from '../../generated/types.ts'

export const columns: readonly Column<Ingress>[] = [
  nameColumn,
  column('Class', ({ spec }) => spec.ingressClassName ?? '<none>'),
  column('Hosts', ({ spec }) => hostsCell(spec.rules ?? [])),
  column('Address', ingress => ingressAddress(ingress)),
  column('Ports', ({ spec }) => (spec.tls?.length ? '80, 443' : '80')),
  ageColumn,
]

/** Where the load balancer of an Ingress is reached. */
export const ingressAddress = ({ status }: Ingress): string =>
  [...new Set((status?.loadBalancer?.ingress ?? []).flatMap(({ ip, hostname }) => ip || hostname || []))]
    .toSorted(compareBytes)
    .join(',')

const most = 3

const hostsCell = (rules: readonly IngressRule[]): string => {
  const hosts = rules.flatMap(({ host }) => host || [])
  if (hosts.length === 0) return '*'
  const shown = hosts.slice(0, most).join(',')
  // Rules without a host are not shown, but behind the third one they count.
  const isCut = hosts.length > most || (hosts.length === most && !rules.at(-1)?.host)
  return isCut ? `${shown} + ${rules.length - most} more...` : shown
}
