import { ipVersion } from '../../util/ip.ts'
import { ageColumn, column, nameColumn } from '../columns.ts'
import { eventLines } from '../describe/events.ts'
import { heading } from '../describe/heading.ts'
import { longTime } from '../describe/times.ts'
import { type FieldError, invalid, required } from '../field-error.ts'
import type { ServiceCIDR } from '../generated/types.ts'
import { defineResource } from '../resource.ts'
import { validateCanonicalCidr } from '../validation/ip.ts'

/** A range that cluster IPs are taken from. */
export const serviceCidr = defineResource<ServiceCIDR>({
  group: 'networking.k8s.io',
  version: 'v1',
  kind: 'ServiceCIDR',
  plural: 'servicecidrs',
  namespaced: false,
  hasStatus: true,
  hasGeneration: false,

  withDefaults: object => ({ ...object, status: object.status ?? {} }),
  validate: object => checkRanges(object),
  validateUpdate: (object, old) => checkChange(object, old),

  columns: [nameColumn, column('CIDRs', ({ spec }) => (spec.cidrs ?? []).join(',')), ageColumn],
  describe: async (object, context) => [
    ...heading(object),
    `CIDRs:\t${(object.spec.cidrs ?? []).join(', ')}`,
    ...conditionLines(object),
    ...(await eventLines(object, context)),
  ],
})

const field = 'spec.cidrs'

const checkRanges = ({ spec }: ServiceCIDR): readonly FieldError[] => {
  const cidrs = spec?.cidrs ?? []
  if (cidrs.length === 0) return [required(field, 'at least one CIDR required')]
  if (cidrs.length > 2) return [invalid(field, spec, 'may only hold up to 2 values')]
  const [first = 0, second] = cidrs.map(cidr => ipVersion(cidr.split('/')[0] ?? ''))
  const why = 'may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64'
  return [
    ...cidrs.flatMap((cidr, index) => validateCanonicalCidr(cidr, `${field}[${index}]`)),
    ...(first !== 0 && first === second ? [invalid(field, cidrs, why)] : []),
  ]
}

/** Ranges stay; only a second one may be added. */
const checkChange = (object: ServiceCIDR, old: ServiceCIDR): readonly FieldError[] => {
  const now = object.spec.cidrs ?? []
  const before = old.spec.cidrs ?? []
  const isAdded = before.length === 1 && now.length === 2
  if (now.length !== before.length && !isAdded) return [invalid(field, now, 'field is immutable')]
  const changed = before.flatMap((cidr, index) =>
    cidr === now[index] ? [] : invalid(`${field}[${index}]`, now[index], 'field is immutable'),
  )
  return isAdded ? [...changed, ...checkRanges(object)] : changed
}

const conditionLines = ({ status }: ServiceCIDR): readonly string[] => {
  const conditions = status?.conditions ?? []
  if (conditions.length === 0) return []
  const rows = conditions.map(({ type, status, lastTransitionTime, reason, message }) => [
    type,
    status,
    longTime(lastTransitionTime),
    reason,
    message,
  ])
  return [
    'Status:',
    'Conditions:',
    ...[
      ['Type', 'Status', 'LastTransitionTime', 'Reason', 'Message'],
      ['----', '------', '------------------', '------', '-------'],
      ...rows,
    ].map(cells => `  ${cells.join('\t')}`),
  ]
}
