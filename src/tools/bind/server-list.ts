import { parseAddress } from '../../dns/address.ts'
import { resolve } from '../../dns/resolver/resolve.ts'
import type { ToolWorld } from '../tool.ts'

/** A server to ask: its address, and what the user called it. */
export interface Server {
  readonly address: string
  readonly calledAs: string
}

/** The servers of resolv.conf, this machine if there is none. */
export const defaultServers = ({ resolvConf }: ToolWorld): readonly Server[] =>
  (resolvConf.nameservers.length ? resolvConf.nameservers : ['127.0.0.1']).map(address => ({
    address,
    calledAs: address,
  }))

/** The servers that a word on the command line means: an address, or a name that resolv.conf's servers know. */
export const namedServers = async (
  world: ToolWorld,
  word: string,
): Promise<{ readonly servers: readonly Server[] } | { readonly failure: string }> => {
  if (parseAddress(word)) return { servers: [{ address: word, calledAs: word }] }
  const { addresses, outcome } = await resolve(world, word)
  if (addresses.length) return { servers: addresses.map(address => ({ address, calledAs: word })) }
  const reason = outcome === 'nxdomain' || outcome === 'nodata' ? 'not found' : 'failure'
  return { failure: `couldn't get address for '${word}': ${reason}` }
}
