import { fqdn, lower } from '../names.ts'
import { reverseZones } from '../reverse.ts'

export interface ServerAddress {
  readonly zone: string
  readonly port: number
}

const wellKnown: Readonly<Record<string, number>> = { dns: 53, tls: 853, quic: 853, grpc: 443, https: 443 }

/** What a key of a block serves: `.:53`, `corp.local`, `10.0.0.0/8` (its reverse zone), `dns://example.org:1053`. */
export const serverAddresses = (key: string): readonly ServerAddress[] => {
  const [, scheme = 'dns', rest = key] = /^(dns|tls|quic|grpc|https):\/\/(.*)$/.exec(key) ?? []
  const [, host = rest, port] = /^(.*):(\d{1,5})$/.exec(rest) ?? []
  const number = port === undefined || rest.includes('::') ? (wellKnown[scheme] ?? 53) : Number(port)
  return normalizeZones(port === undefined ? rest : host).map(zone => ({ zone, port: number }))
}

/** A zone argument of a plugin as zones: lower case, final dot, a CIDR as its reverse zones. */
export const normalizeZones = (text: string): readonly string[] =>
  (text.includes('/') ? reverseZones(text) : undefined) ?? [lower(fqdn(text))]

/** The zones a plugin was given, or those of its server block. */
export const zonesOr = (args: readonly string[], block: readonly string[]): readonly string[] =>
  args.length === 0 ? block : args.flatMap(normalizeZones)
