export interface ResolverOptions {
  /** A name with at least so many dots is first asked as it stands. */
  readonly ndots: number
  /** Seconds to wait for one reply. */
  readonly timeout?: number | undefined
  /** How often every name server is asked. */
  readonly attempts?: number | undefined
  /** The other options as they were written (`edns0`, `single-request`). */
  readonly others: readonly string[]
}

/** What a resolver reads from /etc/resolv.conf. */
export interface ResolvConf {
  readonly nameservers: readonly string[]
  readonly search: readonly string[]
  readonly options: ResolverOptions
}

export const emptyResolvConf: ResolvConf = { nameservers: [], search: [], options: { ndots: 1, others: [] } }

/**
 * Reads resolv.conf: the last `search` or `domain` line wins, `nameserver` and `options` lines add up (resolv.conf(5)).
 */
export const parseResolvConf = (text: string): ResolvConf => text.split('\n').reduce(withLine, emptyResolvConf)

/** Writes resolv.conf as the kubelet does: search, nameservers, options. */
export const printResolvConf = ({ nameservers, search, options }: ResolvConf): string =>
  [
    ...(search.length ? [`search ${search.join(' ')}`] : []),
    ...nameservers.map(address => `nameserver ${address}`),
    ...printOptions(options),
  ]
    .map(line => `${line}\n`)
    .join('')

/** Options with one more, as an `options` line or a pod's dnsConfig gives it: `ndots:2`, `edns0`. */
export const withOption = (options: ResolverOptions, option: string): ResolverOptions => {
  const [, name = '', digits] = /^([^:]*)(?::(\d+))?$/.exec(option) ?? []
  const value = Number(digits)
  if (digits !== undefined && (name === 'ndots' || name === 'timeout' || name === 'attempts')) {
    return { ...options, [name]: Math.min(value, limits[name]) }
  }
  return { ...options, others: [...options.others.filter(other => other.split(':')[0] !== name), option] }
}

/** The limits of glibc, RES_MAXNDOTS and its like. */
const limits = { ndots: 15, timeout: 30, attempts: 5 }

const withLine = (conf: ResolvConf, line: string): ResolvConf => {
  const [keyword, ...words] = line.trim().split(/\s+/)
  switch (keyword) {
    case 'nameserver':
      return { ...conf, nameservers: [...conf.nameservers, ...words.slice(0, 1)] }
    case 'search':
      return { ...conf, search: words }
    case 'domain':
      return { ...conf, search: words.slice(0, 1) }
    case 'options':
      return { ...conf, options: words.reduce(withOption, conf.options) }
    default:
      return conf
  }
}

const printOptions = ({ ndots, timeout, attempts, others }: ResolverOptions): string[] => {
  const words = [
    ...(ndots === 1 ? [] : [`ndots:${ndots}`]),
    ...(timeout === undefined ? [] : [`timeout:${timeout}`]),
    ...(attempts === undefined ? [] : [`attempts:${attempts}`]),
    ...others,
  ]
  return words.length ? [`options ${words.join(' ')}`] : []
}
