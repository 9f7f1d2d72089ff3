import type { ResourceRecord } from '../message.ts'
import { isInNetwork } from '../networks.ts'
import { isAddress } from './shuffle.ts'

/** Addresses of the preferred networks first, in the order of the networks; the rest behind them. */
export const bySubnet = (records: readonly ResourceRecord[], subnets: readonly string[]): readonly ResourceRecord[] => {
  const rank = ({ data }: ResourceRecord): number => {
    const index = subnets.findIndex(subnet => isInNetwork(subnet, data))
    return index < 0 ? subnets.length : index
  }
  const addresses = records.filter(isAddress).toSorted((left, right) => rank(left) - rank(right))
  const others = records.filter(item => !isAddress(item))
  const ofType = (wanted: string): readonly ResourceRecord[] => others.filter(({ type }) => type === wanted)
  const rest = others.filter(({ type }) => type !== 'CNAME' && type !== 'MX')
  return [...ofType('CNAME'), ...addresses, ...ofType('MX'), ...rest]
}
