import { canonicalAddress } from '../address.ts'
import { authoritative, unwritten } from '../answer.ts'
import { zonesOr } from '../corefile/normalize.ts'
import { fallsThrough, fallthroughZones } from '../fallthrough.ts'
import { fqdn, lower, matchZone } from '../names.ts'
import { argumentError, CorefileError, type Directive, definePlugin, lastWord, type PluginContext } from '../plugin.ts'
import { record } from '../records.ts'
import { addressFromReverse } from '../reverse.ts'

/** Names and addresses as in /etc/hosts: from that file, from another, and from lines of the block. */
export const hosts = definePlugin({
  name: 'hosts',

  setup(directive, context) {
    const options = optionsOf(directive, context)
    const table = tableOf(options.lines)

    return next => query => {
      const { name, type } = query.question
      const key = lower(name)
      if (matchZone(options.zones, name) === undefined && type !== 'PTR') return next(query)
      if (type === 'PTR') {
        const names = table.names.get(addressFromReverse(name) ?? '') ?? []
        // An address that is not here is somebody else's, whatever `fallthrough` says.
        if (names.length === 0 || !options.reverse) return next(query)
        return authoritative({ answers: names.map(target => record(key, options.ttl, 'PTR', fqdn(target))) })
      }
      const addresses = table.addresses.get(key)
      if (!addresses && fallsThrough(options.fallthrough, name)) return next(query)
      // There is no SOA for a proper NXDOMAIN.
      if (!addresses) return unwritten('SERVFAIL')
      if (options.passesOn && type !== 'A' && type !== 'AAAA') return next(query)
      const wanted = addresses.filter(address => type === (address.includes(':') ? 'AAAA' : 'A'))
      return authoritative({ answers: wanted.map(address => record(key, options.ttl, type, address)) })
    }
  },
})

interface HostsOptions {
  readonly zones: readonly string[]
  readonly lines: readonly (readonly string[])[]
  readonly ttl: number
  readonly reverse: boolean
  /** Types that are not kept here go on to the next plugin. */
  readonly passesOn: boolean
  readonly fallthrough: readonly string[]
}

const optionsOf = (directive: Directive, { zones, env }: PluginContext): HostsOptions => {
  const [path = '/etc/hosts', ...names] = directive.args
  const isPath = directive.args.length > 0
  const file = (env.readFile?.(path) ?? '')
    .split('\n')
    .map(line => line.replace(/#.*/, '').split(/\s+/).filter(Boolean))
  let options: HostsOptions = {
    zones: zonesOr(isPath ? names : [], zones),
    lines: file.filter(words => words.length > 1),
    ttl: 3600,
    reverse: true,
    passesOn: false,
    fallthrough: [],
  }
  for (const line of directive.body) options = { ...options, ...property(line, options) }
  return options
}

const property = (line: Directive, options: HostsOptions): Partial<HostsOptions> => {
  switch (line.name) {
    case 'fallthrough':
      return { fallthrough: fallthroughZones(line.args) }
    case 'ttl':
      return { ttl: ttlOf(line) }
    case 'fallthrough_unsupported':
      if (line.args.length > 0) throw argumentError({ ...line, lastWord: lastWord(line) })
      return { passesOn: true }
    case 'no_reverse':
      return { reverse: false }
    case 'reload':
      if (line.args.length !== 1) throw argumentError({ ...line, lastWord: lastWord(line) })
      return {}
    default:
      if (line.args.length === 0) throw new CorefileError(line, `unknown property '${line.name}'`)
      return { lines: [...options.lines, [line.name, ...line.args]] }
  }
}

const ttlOf = (line: Directive): number => {
  const [text] = line.args
  if (text === undefined || line.args.length > 1) throw argumentError({ ...line, lastWord: lastWord(line) })
  if (!/^\d+$/.test(text)) throw new CorefileError(line, 'ttl needs a number of second')
  const seconds = Number(text)
  if (seconds <= 0 || seconds > 65535) throw new CorefileError(line, 'ttl provided is invalid')
  return seconds
}

interface HostsTable {
  readonly addresses: ReadonlyMap<string, readonly string[]>
  readonly names: ReadonlyMap<string, readonly string[]>
}

const tableOf = (lines: readonly (readonly string[])[]): HostsTable => {
  const addresses = new Map<string, readonly string[]>()
  const names = new Map<string, readonly string[]>()
  for (const [first = '', ...hostNames] of lines) {
    const address = canonicalAddress(first)
    if (address === undefined) continue
    names.set(address, [...(names.get(address) ?? []), ...hostNames])
    for (const name of hostNames.map(text => lower(fqdn(text)))) {
      addresses.set(name, [...(addresses.get(name) ?? []), address])
    }
  }
  return { addresses, names }
}
