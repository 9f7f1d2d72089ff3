import type { GlobalOptions, LookupOptions } from './lookup-options.ts'

/** What a `+` option changes, or why it is refused: `invalid` gets usage, `number` names what could not be read. */
export type PlusChange =
  | { readonly lookup?: Partial<LookupOptions>; readonly global?: Partial<GlobalOptions> }
  | { readonly refusal: 'invalid' }
  | { readonly refusal: 'number'; readonly what: string; readonly value: string; readonly problem: string }
  | { readonly refusal: 'unsupported' }

export interface PlusContext {
  readonly on: boolean
  readonly value: string | undefined
  readonly lookup: LookupOptions
  /** No name was read yet. */
  readonly first: boolean
}

/**
 * The change that the word after a `+` makes: `noall`, `time=1`. Every option may be cut short to what tells it apart.
 */
export const plusOption = (word: string, lookup: LookupOptions, first: boolean): PlusChange => {
  const equals = word.indexOf('=')
  const [text, value] = equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1) || undefined]
  const on = !/^no/i.test(text)
  const name = (on ? text : text.slice(2)).toLowerCase()
  const found = options.find(({ names, shortest }) =>
    names.some(known => known.startsWith(name) && (name.length >= shortest || known === name)),
  )
  return found ? found.change({ on, value, lookup, first }) : invalid
}

interface PlusOption {
  readonly names: readonly string[]
  readonly shortest: number
  readonly change: (context: PlusContext) => PlusChange
}

const invalid: PlusChange = { refusal: 'invalid' }
const unsupportedChange: PlusChange = { refusal: 'unsupported' }

const option = (names: string, shortest: number, change: PlusOption['change']): PlusOption => ({
  names: names.split(' '),
  shortest,
  change,
})

const flag = (names: string, shortest: number, make: (on: boolean) => Partial<LookupOptions>): PlusOption =>
  option(names, shortest, ({ on }) => ({ lookup: make(on) }))

const globalFlag = (names: string, shortest: number, make: (on: boolean) => Partial<GlobalOptions>): PlusOption =>
  option(names, shortest, ({ on }) => ({ global: make(on) }))

const shown = (names: string, shortest: number, key: keyof LookupOptions['show']): PlusOption =>
  option(names, shortest, ({ on, lookup, first }) => ({
    lookup: { show: { ...lookup.show, [key]: on } },
    ...(first && key === 'question' && { global: { transferQuestion: on } }),
    ...(first && key === 'comments' && { global: { transferComments: on } }),
  }))

/** An option that must have a number; `make` gets it. */
const numbered = (
  names: string,
  [shortest, limit]: readonly [number, number],
  make: (value: number) => PlusChange,
): PlusOption =>
  option(names, shortest, ({ on, value }) => {
    if (!on || value === undefined) return invalid
    const [what = ''] = names.split(' ').slice(-1)
    return readNumber(what, value, limit) ?? make(Number(value))
  })

/** Why a value is no number in 0..limit; undefined if it is one. */
const readNumber = (what: string, value: string, limit: number): PlusChange | undefined => {
  const problem = !/^\d+$/.test(value) ? 'not a valid number' : Number(value) > limit ? 'out of range' : undefined
  return problem === undefined ? undefined : { refusal: 'number', what, value, problem }
}

const unsupported = (names: string, shortest: number): PlusOption =>
  option(names, shortest, ({ on }) => (on ? unsupportedChange : {}))

const showAll = (on: boolean): LookupOptions['show'] => ({
  question: on,
  answer: on,
  authority: on,
  additional: on,
  comments: on,
  stats: on,
})

const shortForm: LookupOptions['show'] = { ...showAll(false), answer: true }

const options: readonly PlusOption[] = [
  flag('aaonly aaflag', 2, () => ({})),
  shown('additional', 3, 'additional'),
  flag('adflag', 2, adFlag => ({ adFlag })),
  option('all', 2, ({ on }) => ({ lookup: { show: showAll(on) }, global: { command: on } })),
  shown('answer', 2, 'answer'),
  shown('authority', 2, 'authority'),
  flag('badcookie', 2, () => ({})),
  flag('besteffort', 2, () => ({})),
  option('bufsize', 2, ({ on, value = '1232' }) => {
    if (!on) return invalid
    return readNumber('buffer size', value, 65535) ?? { lookup: { udpSize: Number(value) } }
  }),
  flag('cdflag', 2, cdFlag => ({ cdFlag })),
  flag('class', 2, on => ({ noClass: !on })),
  globalFlag('cmd', 2, command => ({ command })),
  shown('comments', 3, 'comments'),
  option('cookie', 3, ({ on, value, lookup }) => ({
    lookup: { cookie: on, cookieValue: value, edns: on ? (lookup.edns ?? 0) : lookup.edns },
  })),
  flag('crypto', 2, () => ({})),
  globalFlag('defname', 2, search => ({ search })),
  option('dnssec do', 2, ({ on, lookup }) => ({
    lookup: { dnssec: on, edns: on ? (lookup.edns ?? 0) : lookup.edns },
  })),
  option('domain', 3, ({ on, value: domain }) => (on && domain ? { global: { domain, search: true } } : invalid)),
  option('edns', 4, ({ on, value = '0' }) => {
    if (!on) return { lookup: { edns: undefined } }
    return readNumber('edns', value, 255) ?? { lookup: { edns: Number(value) } }
  }),
  flag('ednsnegotiation', 5, () => ({})),
  flag('expandaaaa', 4, expandAddresses => ({ expandAddresses })),
  flag('fail', 2, on => ({ passServfail: !on })),
  flag('identify', 3, identify => ({ identify })),
  flag('idnin', 4, () => ({})),
  flag('idnout', 4, () => ({})),
  flag('ignore', 2, ignoreTruncation => ({ ignoreTruncation })),
  flag('keepopen', 5, () => ({})),
  flag('multiline', 2, multiline => ({ multiline })),
  numbered('ndots', [2, 128], ndots => ({ global: { ndots } })),
  flag('nsid', 3, nsid => ({ nsid })),
  flag('onesoa', 2, oneSoa => ({ oneSoa })),
  option('opcode', 2, ({ on, value = '' }) => (on && /^query$|^0$/i.test(value) ? {} : unsupportedChange)),
  numbered('qid', [2, 65535], id => ({ lookup: { id } })),
  flag('qr', 2, showQuery => ({ showQuery })),
  shown('question', 2, 'question'),
  flag('raflag', 2, () => ({})),
  flag('rdflag recurse', 2, recurse => ({ recurse })),
  numbered('retry retries', [3, 4294967294], retries => ({ lookup: { tries: retries + 1 } })),
  flag('rrcomments', 2, remarks => ({ remarks })),
  option('search', 2, ({ on, lookup }) => (lookup.trace ? {} : { global: { search: on } })),
  option('short', 4, ({ on }) =>
    on
      ? { lookup: { show: shortForm, remarks: false }, global: { short: true, command: false } }
      : { global: { short: false } },
  ),
  globalFlag('showsearch', 5, showSearch => ({ showSearch, search: showSearch })),
  flag('showbadcookie', 5, () => ({})),
  option('split', 2, () => ({})),
  shown('stats', 2, 'stats'),
  flag('tcp vc', 2, tcp => ({ tcp })),
  option('tier', 3, ({ on }) => ({ lookup: { tier: on } })),
  numbered('timeout', [2, 65535], timeout => ({ global: { timeout: Math.max(1, timeout) } })),
  option('trace', 3, ({ on, lookup }) => ({
    lookup: {
      trace: on,
      ...(on && {
        recurse: true,
        identify: true,
        show: { ...lookup.show, comments: false, stats: false, additional: false, authority: true, question: false },
      }),
    },
    ...(on && { global: { search: false } }),
  })),
  numbered('tries', [3, 4294967295], tries => ({ lookup: { tries: Math.max(1, tries) } })),
  flag('ttlid ttl', 3, on => ({ noTtl: !on })),
  flag('ttlunits', 4, ttlUnits => ({ ttlUnits, noTtl: false })),
  option('yaml', 1, ({ on }) =>
    on ? { global: { yaml: true, command: false }, lookup: { remarks: false } } : { global: { yaml: false } },
  ),
  ...['ednsflags', 'ednsopt', 'expire', 'keepalive', 'padding', 'subnet', 'zflag', 'tcflag', 'coflag'].map(name =>
    unsupported(name, Math.min(name.length, 5)),
  ),
  ...['header-only', 'https', 'https-get', 'https-post', 'http-plain', 'http-plain-get', 'http-plain-post'].map(name =>
    unsupported(name, name.length),
  ),
  ...['tls', 'tls-ca', 'tls-hostname', 'nssearch', 'unknownformat', 'dns64prefix', 'mapped'].map(name =>
    unsupported(name, name.length),
  ),
]
