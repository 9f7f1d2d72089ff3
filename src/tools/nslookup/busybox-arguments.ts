export interface BusyboxOptions {
  readonly name: string
  readonly server?: string | undefined
  /** The record types asked for, in the order in which they are asked; none: guess. */
  readonly types: readonly string[]
  readonly port: number
  /** Seconds. */
  readonly timeout: number
  readonly debug: boolean
}

/** Reads busybox nslookup's words; an option may be cut short as long as it is the first that fits. */
export const parseBusyboxArguments = (
  argv: readonly string[],
  srv: boolean,
): BusyboxOptions | { readonly refusal: string } => {
  const firstName = argv.findIndex(word => !word.startsWith('-'))
  const words = firstName < 0 ? [] : argv.slice(firstName)
  const [name, server] = words
  if (!name || words.length > 2) return { refusal: usage }

  const types = srv ? knownTypes : knownTypes.filter(type => type !== 'SRV')
  let options: BusyboxOptions = { name, server, types: [], port: 53, timeout: 5, debug: false }
  for (const word of argv.slice(0, firstName)) {
    const changed = withOption(options, word.slice(1), types)
    if ('refusal' in changed) return changed
    options = changed
  }
  return { ...options, types: types.filter(type => options.types.includes(type)) }
}

const usage =
  'Usage: nslookup [-type=QUERY_TYPE] [-debug] HOST [DNS_SERVER]\n\nShows what DNS knows of HOST\n\nQUERY_TYPE: soa,ns,a,aaaa,cname,mx,txt,ptr,srv,any\n'

const knownTypes = ['SOA', 'NS', 'A', 'AAAA', 'CNAME', 'MX', 'TXT', 'SRV', 'PTR', 'ANY']

/** `t` stands among them because `-t=2` is the timeout, though `type` begins with it. */
const optionNames = ['t', 'type', 'querytype', 'port', 'retry', 'debug', 'timeout']

const withOption = (
  options: BusyboxOptions,
  word: string,
  types: readonly string[],
): BusyboxOptions | { readonly refusal: string } => {
  const [abbreviation = '', value = ''] = word.split('=', 2)
  const option = optionNames.find(known => known.startsWith(abbreviation))
  switch (option) {
    case 'type':
    case 'querytype': {
      const type = value.toUpperCase()
      if (!types.includes(type)) return { refusal: `nslookup: invalid query type "${value}"\n` }
      return { ...options, types: [...options.types, type] }
    }
    case 'debug':
      return { ...options, debug: true }
    case undefined:
      return { refusal: usage }
    default:
      return withNumber(options, option, value)
  }
}

const withNumber = (options: BusyboxOptions, option: string, value: string) => {
  const number = Number(value)
  if (!/^\d+$/.test(value)) return { refusal: `nslookup: invalid number '${value}'\n` }
  const limit = option === 'port' ? 65535 : 2147483
  if (number < 1 || number > limit) {
    return { refusal: `nslookup: number ${value} is not in 1..${limit} range\n` }
  }
  if (option === 'port') return { ...options, port: number }
  return option === 'retry' ? options : { ...options, timeout: number }
}
