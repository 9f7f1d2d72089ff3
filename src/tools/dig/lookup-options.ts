import type { Server } from '../bind/server-list.ts'

/**
 * What dig keeps for each name: a `+` option before the first name changes the default of all, one after it only its
 * own.
 */
export interface LookupOptions {
  readonly name: string
  readonly type: string
  readonly typeSet: boolean
  readonly class: string
  readonly classSet: boolean
  /** The banner, made when the name was read. */
  readonly banner: string
  readonly servers?: readonly Server[] | undefined
  readonly show: {
    readonly question: boolean
    readonly answer: boolean
    readonly authority: boolean
    readonly additional: boolean
    readonly comments: boolean
    readonly stats: boolean
  }
  readonly recurse: boolean
  readonly adFlag: boolean
  readonly cdFlag: boolean
  readonly tcp?: boolean | undefined
  readonly ignoreTruncation: boolean
  /** EDNS version; undefined sends no OPT record. */
  readonly edns?: number | undefined
  readonly udpSize?: number | undefined
  readonly dnssec: boolean
  readonly cookie: boolean
  readonly cookieValue?: string | undefined
  readonly nsid: boolean
  readonly tries?: number | undefined
  readonly id?: number | undefined
  readonly opcode: string
  readonly passServfail: boolean
  readonly showQuery: boolean
  readonly identify: boolean
  readonly noTtl: boolean
  readonly ttlUnits: boolean
  readonly noClass: boolean
  readonly multiline: boolean
  readonly remarks?: boolean | undefined
  readonly expandAddresses: boolean
  readonly oneSoa: boolean
  readonly trace: boolean
  /** Our own: the tier that gave the answer. */
  readonly tier: boolean
  readonly microseconds: boolean
}

/** What holds for the whole command line, whatever name it follows. */
export interface GlobalOptions {
  readonly short: boolean
  readonly command: boolean
  readonly yaml: boolean
  readonly search: boolean
  readonly showSearch: boolean
  readonly ndots?: number | undefined
  readonly domain?: string | undefined
  /** Seconds. */
  readonly timeout?: number | undefined
  readonly port: number
  /** `+question` and `+comments` told before any name count for zone transfers too. */
  readonly transferQuestion: boolean
  readonly transferComments: boolean
}

export const defaultLookupOptions: LookupOptions = {
  name: '.',
  type: 'A',
  typeSet: false,
  class: 'IN',
  classSet: false,
  banner: '',
  show: { question: true, answer: true, authority: true, additional: true, comments: true, stats: true },
  recurse: true,
  adFlag: true,
  cdFlag: false,
  ignoreTruncation: false,
  edns: 0,
  dnssec: false,
  cookie: true,
  nsid: false,
  opcode: 'QUERY',
  passServfail: false,
  showQuery: false,
  identify: false,
  noTtl: false,
  ttlUnits: false,
  noClass: false,
  multiline: false,
  expandAddresses: false,
  oneSoa: false,
  trace: false,
  tier: false,
  microseconds: false,
}

export const defaultGlobalOptions: GlobalOptions = {
  short: false,
  command: true,
  yaml: false,
  search: false,
  showSearch: false,
  port: 53,
  transferQuestion: false,
  transferComments: false,
}
