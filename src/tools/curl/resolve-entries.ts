import { ipVersion } from '../../util/ip.ts'
import { CurlError } from './curl-error.ts'

/** Addresses that --resolve gives. */
export interface ResolveEntries {
  /** Those of a host; undefined leaves it to DNS. */
  addressesOf(host: string, port: number): readonly string[] | undefined
  /** What -v tells before each transfer. */
  told(isFirst: boolean): readonly string[]
}

/** Reads `web:80:10.96.1.1,10.96.1.2`, `*:80:10.96.1.1`, and `-web:80`, which takes away. Throws CurlError. */
export const resolveEntries = (typed: readonly string[]): ResolveEntries => {
  const entries = typed.filter(text => !/^-[^:]*:\d+$/.test(text)).map(entryOf)
  const byPlace = new Map(entries.map(({ place, addresses }) => [place, addresses]))
  return {
    addressesOf: (host, port) => byPlace.get(`${host.toLowerCase()}:${port}`) ?? byPlace.get(`*:${port}`),
    told: isFirst => entries.flatMap(entry => toldOf(entry, isFirst)),
  }
}

interface Entry {
  readonly place: string
  readonly addresses: readonly string[]
}

const entryOf = (text: string): Entry => {
  const [, host = '', port = '', addresses = ''] = /^\+?([^:]+):(\d+):(.+)$/.exec(text) ?? []
  const list = addresses.split(',').map(address => address.replace(/^\[|\]$/g, ''))
  if (!list.every(ipVersion)) throw new CurlError(49, `Couldn't parse CURLOPT_RESOLVE entry '${text}'`)
  return { place: `${host.toLowerCase()}:${port}`, addresses: list }
}

const toldOf = ({ place, addresses }: Entry, isFirst: boolean): readonly string[] => [
  ...(isFirst ? [] : [`RESOLVE ${place} is - old addresses discarded`]),
  `Added ${place}:${addresses.map(bracketed).join(',')} to DNS cache`,
  ...(place.startsWith('*') ? [`RESOLVE ${place} is wildcard, enabling wildcard checks`] : []),
]

const bracketed = (address: string): string => (address.includes(':') ? `[${address}]` : address)
