import { contains, parseCidr } from '../../../util/ip.ts'
import { type FieldError, forbidden, invalid, notSupportedInOrder, required } from '../../field-error.ts'
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../generated/types.ts'
import { validateCidr } from '../../validation/ip.ts'
import { validateLabelSelector } from '../../validation/label-selector.ts'
import { validatePort, validatePortOrName } from '../../validation/ports.ts'

const types = ['Ingress', 'Egress']
const protocols = ['TCP', 'UDP', 'SCTP']

export const validate = ({ spec }: NetworkPolicy): readonly FieldError[] => [
  ...validateLabelSelector(spec.podSelector, 'spec.podSelector'),
  ...(spec.ingress ?? []).flatMap(({ ports = [], from = [] }, index) => [
    ...checkPorts(ports, `spec.ingress[${index}].ports`),
    ...checkPeers(from, `spec.ingress[${index}].from`),
  ]),
  ...(spec.egress ?? []).flatMap(({ ports = [], to = [] }, index) => [
    ...checkPorts(ports, `spec.egress[${index}].ports`),
    ...checkPeers(to, `spec.egress[${index}].to`),
  ]),
  ...checkTypes(spec.policyTypes ?? []),
]

const checkTypes = (policyTypes: readonly string[]): readonly FieldError[] =>
  policyTypes.length > types.length
    ? [invalid('spec.policyTypes', policyTypes, 'may not specify more than two policyTypes')]
    : policyTypes.flatMap((type, index) =>
        types.includes(type) ? [] : notSupportedInOrder(`spec.policyTypes[${index}]`, type, types),
      )

const checkPorts = (ports: readonly NetworkPolicyPort[], list: string): readonly FieldError[] =>
  ports.flatMap(({ protocol, port, endPort }, index) => {
    const field = `${list}[${index}]`
    return [
      ...(protocol === undefined || protocols.includes(protocol)
        ? []
        : [notSupportedInOrder(`${field}.protocol`, protocol, protocols)]),
      ...checkPort(port, endPort, field),
    ]
  })

const checkPort = (
  port: number | string | undefined,
  endPort: number | undefined,
  field: string,
): readonly FieldError[] => {
  const wrongEnd = (why: string, shown = endPort): readonly FieldError[] =>
    endPort === undefined ? [] : [invalid(`${field}.endPort`, shown, why)]
  if (port === undefined) return wrongEnd('may not be specified when `port` is not specified')
  const own = validatePortOrName(port, `${field}.port`)
  if (typeof port === 'string') return [...wrongEnd('may not be specified when `port` is non-numeric'), ...own]
  if (endPort === undefined) return own
  return [
    ...own,
    // The value that this message shows is the port's.
    ...(endPort < port ? wrongEnd('must be greater than or equal to `port`', port) : []),
    ...validatePort(endPort, `${field}.endPort`),
  ]
}

const checkPeers = (peers: readonly NetworkPolicyPeer[], list: string): readonly FieldError[] =>
  peers.flatMap(({ podSelector, namespaceSelector, ipBlock }, index) => {
    const field = `${list}[${index}]`
    const bySelector = podSelector !== undefined || namespaceSelector !== undefined
    return [
      ...validateLabelSelector(podSelector, `${field}.podSelector`),
      ...validateLabelSelector(namespaceSelector, `${field}.namespaceSelector`),
      ...(ipBlock ? checkBlock(ipBlock, `${field}.ipBlock`) : []),
      ...(bySelector || ipBlock ? [] : [required(field, 'must specify a peer')]),
      ...(bySelector && ipBlock ? [forbidden(field, 'may not specify both ipBlock and another peer')] : []),
    ]
  })

const checkBlock = ({ cidr = '', except = [] }: Partial<IPBlock>, field: string): readonly FieldError[] => {
  if (cidr === '') return [required(`${field}.cidr`)]
  const errors = validateCidr(cidr, `${field}.cidr`)
  if (!parseCidr(cidr)) return errors
  return [...errors, ...except.flatMap((part, index) => checkExcept(part, cidr, `${field}.except[${index}]`))]
}

const checkExcept = (part: string, whole: string, field: string): readonly FieldError[] => {
  const errors = validateCidr(part, field)
  const inner = parseCidr(part)
  if (!inner) return errors
  const isInside = contains(whole, part.split('/')[0] ?? '') && inner.prefix > (parseCidr(whole)?.prefix ?? 0)
  return isInside ? errors : [...errors, invalid(field, part, 'must be a strict subset of `cidr`')]
}
