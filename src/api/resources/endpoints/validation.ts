import { type FieldError, invalid, notSupported, required } from '../../field-error.ts'
import type { EndpointAddress, EndpointPort, EndpointSubset, Endpoints } from '../../generated/types.ts'
import { validateIp } from '../../validation/ip.ts'
import { isDns1123Label, isDns1123Subdomain } from '../../validation/names.ts'
import { supportedProtocols, validatePort } from '../../validation/ports.ts'
import { isLabelKey } from '../../validation/qualified-name.ts'
import { validateReachableIp } from '../../validation/reachable-ip.ts'

export const validate = ({ subsets = [] }: Endpoints): readonly FieldError[] =>
  subsets.flatMap((subset, index) => checkSubset(subset, `subsets[${index}]`))

const checkSubset = (
  { addresses = [], notReadyAddresses = [], ports = [] }: EndpointSubset,
  field: string,
): readonly FieldError[] => [
  ...(addresses.length + notReadyAddresses.length === 0
    ? [required(field, 'must specify `addresses` or `notReadyAddresses`')]
    : []),
  ...addresses.flatMap((address, index) => checkAddress(address, `${field}.addresses[${index}]`)),
  ...notReadyAddresses.flatMap((address, index) => checkAddress(address, `${field}.notReadyAddresses[${index}]`)),
  ...ports.flatMap((port, index) => checkPort(port, ports.length > 1, `${field}.ports[${index}]`)),
]

const checkAddress = ({ ip = '', hostname, nodeName }: EndpointAddress, field: string): readonly FieldError[] => {
  const errors = validateIp(ip, `${field}.ip`)
  return [
    ...errors,
    ...(hostname ? isDns1123Label(hostname) : []).map(text => invalid(`${field}.hostname`, hostname, text)),
    ...(nodeName === undefined ? [] : isDns1123Subdomain(nodeName)).map(text =>
      invalid(`${field}.nodeName`, nodeName, text),
    ),
    ...(errors.length > 0 ? [] : validateReachableIp(ip, `${field}.ip`)),
  ]
}

const checkPort = (
  { name, port = 0, protocol, appProtocol }: EndpointPort,
  needsName: boolean,
  field: string,
): readonly FieldError[] => [
  ...(!name && needsName ? [required(`${field}.name`)] : []),
  ...(name ? isDns1123Label(name) : []).map(text => invalid(`${field}.name`, name, text)),
  ...validatePort(port, `${field}.port`),
  ...(supportedProtocols.includes(protocol ?? '')
    ? []
    : [notSupported(`${field}.protocol`, protocol, supportedProtocols)]),
  ...(appProtocol === undefined ? [] : isLabelKey(appProtocol)).map(text =>
    invalid(`${field}.appProtocol`, appProtocol, text),
  ),
]
