import { eventLines } from '../../describe/events.ts'
import { heading } from '../../describe/heading.ts'
import { indent, orUnset } from '../../describe/lines.ts'
import type { EndpointAddress, EndpointSubset, Endpoints } from '../../generated/types.ts'
import type { DescribeContext } from '../../resource.ts'

export const describe = async (endpoints: Endpoints, context: DescribeContext): Promise<readonly string[]> => [
  ...heading(endpoints),
  'Subsets:',
  ...(endpoints.subsets ?? []).flatMap(subset => [...indent(subsetLines(subset)), '']),
  ...(await eventLines(endpoints, context)),
]

const subsetLines = ({ addresses, notReadyAddresses, ports }: EndpointSubset): readonly string[] => {
  const rows = (ports ?? []).map(({ name, port, protocol }) => [orUnset(name), String(port), protocol ?? ''])
  const table = [['Name', 'Port', 'Protocol'], ['----', '----', '--------'], ...rows]
  return [
    `Addresses:\t${addressText(addresses)}`,
    `NotReadyAddresses:\t${addressText(notReadyAddresses)}`,
    ...(rows.length > 0 ? ['Ports:', ...indent(table.map(cells => cells.join('\t')))] : []),
  ]
}

const addressText = (addresses: readonly EndpointAddress[] = []): string =>
  addresses.map(({ ip }) => ip).join(',') || '<none>'
