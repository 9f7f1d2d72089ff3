import { eventLines } from '../../describe/events.ts'
import { heading } from '../../describe/heading.ts'
import { indent, orUnset } from '../../describe/lines.ts'
import type { Endpoint, EndpointSlice } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'

export const describe = async (slice: EndpointSlice, context: DescribeContext): Promise<readonly string[]> => [
  ...heading(slice),
  `AddressType:\t${slice.addressType}`,
  ...portLines(slice),
  ...endpointLines(slice),
  ...(await eventLines(slice, context)),
]

const portLines = ({ ports }: EndpointSlice): readonly string[] => {
  if (!ports?.length) return ['Ports: <unset>']
  const rows = ports.map(({ name, port, protocol }) => [orUnset(name), orUnset(port), orUnset(protocol)])
  const table = [['Name', 'Port', 'Protocol'], ['----', '----', '--------'], ...rows]
  return ['Ports:', ...indent(table.map(cells => cells.join('\t')))]
}

const endpointLines = ({ endpoints }: EndpointSlice): readonly string[] =>
  endpoints?.length ? ['Endpoints:', ...endpoints.flatMap(oneEndpoint)] : ['Endpoints: <none>']

const oneEndpoint = ({ addresses, conditions, hostname, targetRef, nodeName, zone }: Endpoint): readonly string[] => [
  `  - Addresses:\t${addresses.join(', ')}`,
  '    Conditions:',
  `      Ready:\t${conditions?.ready ?? '<unset>'}`,
  ...indent(
    [
      `Hostname:\t${orUnset(hostname)}`,
      ...(targetRef ? [`TargetRef:\t${targetRef.kind}/${targetRef.name}`] : []),
      `NodeName:\t${orUnset(nodeName)}`,
      `Zone:\t${orUnset(zone)}`,
    ],
    2,
  ),
]
