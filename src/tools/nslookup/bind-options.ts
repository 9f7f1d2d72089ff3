import { recordClass, recordType } from '../bind/record-types.ts'
import type { Output } from '../tool.ts'

export interface BindOptions {
  readonly type: string
  readonly class: string
  /** A type was asked for, so no AAAA follows the A. */
  readonly typed: boolean
  readonly port: number
  readonly timeout?: number | undefined
  readonly tries?: number | undefined
  readonly ndots?: number | undefined
  readonly domain?: string | undefined
  readonly search: boolean
  readonly recurse: boolean
  readonly tcp?: boolean | undefined
  readonly debug: boolean
  readonly passServfail: boolean
  readonly all: boolean
}

export const defaultBindOptions: BindOptions = {
  type: 'A',
  class: 'IN',
  typed: false,
  port: 53,
  search: true,
  recurse: true,
  debug: false,
  passServfail: true,
  all: false,
}

/** The options with one more, `type=srv` or `nosearch`; a bad one is named on `out` and changes nothing. */
export const withBindOption = (options: BindOptions, word: string, out: Output): BindOptions => {
  const flag = flags.find(([name, shortest]) => word.length >= shortest && name.startsWith(word.toLowerCase()))
  if (flag) return { ...options, ...flag[2] }
  const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(word) ?? []
  const setting = settings[name.toLowerCase()]
  const changed = setting?.(value)
  if (typeof changed === 'object') return { ...options, ...changed }
  out.write(`${changed ?? `*** Invalid option: ${word}`}\n`)
  return options
}

/** Name, the shortest abbreviation, what it sets. */
const flags: readonly (readonly [string, number, Partial<BindOptions>])[] = [
  ['all', 3, { all: true }],
  ['recurse', 3, { recurse: true }],
  ['norecurse', 5, { recurse: false }],
  ['defname', 3, { search: true }],
  ['nodefname', 5, { search: false }],
  ['vc', 2, { tcp: true }],
  ['novc', 4, { tcp: false }],
  ['debug', 3, { debug: true }],
  ['nodebug', 5, { debug: false }],
  ['d2', 2, {}],
  ['nod2', 4, {}],
  ['search', 3, { search: true }],
  ['nosearch', 5, { search: false }],
  ['sil', 3, {}],
  ['fail', 3, { passServfail: false }],
  ['nofail', 5, { passServfail: true }],
]

/** What a value changes, or the words that refuse it. */
type Setting = (value: string) => Partial<BindOptions> | string

const setType: Setting = value => {
  const type = recordType(value)
  return type === undefined ? `unknown query type: ${value}` : { type, typed: true }
}

const setClass: Setting = value => {
  const found = recordClass(value)
  return found === undefined ? `unknown query class: ${value}` : { class: found }
}

const setDomain: Setting = domain => ({ domain, search: true })

const setNumber =
  (key: 'port' | 'timeout' | 'tries' | 'ndots', limit: number, called: string): Setting =>
  value => {
    if (!/^\d+$/.test(value)) return `invalid ${called} '${value}': not a valid number`
    return Number(value) > limit ? `invalid ${called} '${value}': out of range` : { [key]: Number(value) }
  }

const settings: Readonly<Record<string, Setting>> = {
  class: setClass,
  cl: setClass,
  type: setType,
  ty: setType,
  querytype: setType,
  query: setType,
  qu: setType,
  q: setType,
  domain: setDomain,
  do: setDomain,
  port: setNumber('port', 65535, 'port'),
  po: setNumber('port', 65535, 'port'),
  timeout: setNumber('timeout', 4294967295, 'timeout'),
  t: setNumber('timeout', 4294967295, 'timeout'),
  retry: setNumber('tries', 2147483647, 'tries'),
  ret: setNumber('tries', 2147483647, 'tries'),
  ndots: setNumber('ndots', 128, 'ndots'),
}
