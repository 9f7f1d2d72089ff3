import { ipVersion } from '../../../util/ip.ts'
import { duplicate, type FieldError, invalid, notSupported, required, tooMany } from '../../field-error.ts'
import type { DiscoveryEndpointPort, Endpoint, EndpointSlice } from '../../generated/types.ts'
import { validateIp } from '../../validation/ip.ts'
import { validateLabels } from '../../validation/label-selector.ts'
import { isDns1123Label, isDns1123Subdomain } from '../../validation/names.ts'
import { supportedProtocols } from '../../validation/ports.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'
import { validateReachableIp } from '../../validation/reachable-ip.ts'

const types = ['FQDN', 'IPv4', 'IPv6']
const most = { endpoints: 1000, addresses: 100, ports: 20_000, hints: 8 }

export const validate = ({ addressType, endpoints, ports }: EndpointSlice): readonly FieldError[] => [
  ...checkType(addressType),
  ...limited(endpoints ?? [], 'endpoints', most.endpoints, (endpoint, field) =>
    checkEndpoint(endpoint, addressType, field),
  ),
  ...limited(ports ?? [], 'ports', most.ports, (port, field, index) => [
    ...checkPort(port, field),
    ...((ports ?? []).findIndex(({ name = '' }) => name === (port.name ?? '')) < index
      ? [duplicate(`${field}.name`, port.name ?? '')]
      : []),
  ]),
]

/** A slice keeps its type of addresses; nothing else is said of one that does not. */
export const validateUpdate = (slice: EndpointSlice, old: EndpointSlice): readonly FieldError[] =>
  slice.addressType && slice.addressType !== old.addressType
    ? [invalid('addressType', slice.addressType, 'field is immutable')]
    : validate(slice)

const limited = <T>(
  items: readonly T[],
  field: string,
  limit: number,
  check: (item: T, field: string, index: number) => readonly FieldError[],
): readonly FieldError[] =>
  items.length > limit
    ? [tooMany(field, items.length, limit)]
    : items.flatMap((item, index) => check(item, `${field}[${index}]`, index))

const checkType = (type: string | undefined): readonly FieldError[] => {
  if (!type) return [required('addressType')]
  return types.includes(type) ? [] : [notSupported('addressType', type, types)]
}

const checkEndpoint = (endpoint: Endpoint, type: string, field: string): readonly FieldError[] => {
  const { addresses = [], hostname, nodeName, deprecatedTopology } = endpoint
  return [
    ...(addresses.length === 0 ? [required(`${field}.addresses`, 'must contain at least 1 address')] : []),
    ...(addresses.length > most.addresses ? [tooMany(`${field}.addresses`, addresses.length, most.addresses)] : []),
    ...addresses.flatMap((address, index) => checkAddress(address, type, { list: `${field}.addresses`, index })),
    ...(nodeName === undefined ? [] : isDns1123Subdomain(nodeName)).map(text =>
      invalid(`${field}.nodeName`, nodeName, text),
    ),
    ...validateLabels(deprecatedTopology, `${field}.deprecatedTopology`),
    ...(hostname === undefined ? [] : isDns1123Label(hostname)).map(text =>
      invalid(`${field}.hostname`, hostname, text),
    ),
    ...checkHints(endpoint, `${field}.hints`),
  ]
}

const checkAddress = (
  address: string,
  type: string,
  { list, index }: { list: string; index: number },
): readonly FieldError[] => {
  const field = `${list}[${index}]`
  if (type === 'FQDN') return isDns1123Subdomain(address).map(text => invalid(field, address, text))
  if (type !== 'IPv4' && type !== 'IPv6') return []
  const errors = validateIp(address, field)
  if (errors.length > 0) return errors
  const fits = ipVersion(address) === (type === 'IPv4' ? 4 : 6)
  return [
    // The real message names the list, not the address.
    ...(fits ? [] : [invalid(list, address, `must be an ${type} address`)]),
    ...validateReachableIp(address, field),
  ]
}

const checkHints = ({ hints }: Endpoint, field: string): readonly FieldError[] =>
  (['forZones', 'forNodes'] as const).flatMap(key => {
    const targets = hints?.[key] ?? []
    const list = `${field}.${key}`
    if (targets.length > most.hints) return [tooMany(list, targets.length, most.hints)]
    return targets.flatMap(({ name }, index) =>
      targets.findIndex(other => other.name === name) < index ? duplicate(`${list}[${index}].name`, name) : [],
    )
  })

const checkPort = ({ name, protocol, appProtocol }: DiscoveryEndpointPort, field: string): readonly FieldError[] => [
  ...(name ? isDns1123Label(name) : []).map(text => invalid(`${field}.name`, name, text)),
  ...(supportedProtocols.includes(protocol ?? '')
    ? []
    : [notSupported(`${field}.protocol`, protocol, supportedProtocols)]),
  ...(appProtocol === undefined ? [] : isLabelKey(appProtocol)).map(text =>
    invalid(`${field}.appProtocol`, appProtocol, text),
  ),
]
