import { isIpv4 } from '../../dns/address.ts'
import { relative } from '../../dns/resolver/client.ts'
import { reverseName } from '../../dns/reverse.ts'

/**
 * The name to ask for an address. That of an IPv4 address ends in a dot, that of IPv6 does not, which shows where the
 * programs print what they were asked. Without `strict` anything with dots is turned around (RFC 2317).
 */
export const reverseArgument = (word: string, strict: boolean): string | undefined => {
  const reverse = reverseName(word)
  if (reverse) return isIpv4(word) ? reverse : relative(reverse)
  return strict ? undefined : `${word.split('.').reverse().join('.')}.in-addr.arpa.`
}
