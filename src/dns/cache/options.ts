import { normalizeZones, zonesOr } from '../corefile/normalize.ts'
import { argumentError, type Directive, lastWord } from '../plugin.ts'

/** One half of the cache: how many answers, and the limits of their time to live in seconds. */
export interface CacheLimits {
  readonly capacity: number
  readonly least: number
  readonly most: number
  /** Zones whose answers are not kept. */
  readonly except: readonly string[]
}

export interface CacheOptions {
  readonly zones: readonly string[]
  readonly success: CacheLimits
  readonly denial: CacheLimits
  readonly failureSeconds: number
  readonly keepTtl: boolean
  /** How long an answer is still given after its time, in seconds. */
  readonly stale: number
}

/** Reads `cache [TTL] [ZONES...] { ... }`. */
export const cacheOptions = (directive: Directive, blockZones: readonly string[]): CacheOptions => {
  const [first = ''] = directive.args
  const ttl = /^[+-]?\d+$/.test(first) ? positive(first) : undefined
  let options: CacheOptions = {
    zones: zonesOr(ttl === undefined ? directive.args : directive.args.slice(1), blockZones),
    success: { capacity: 9984, least: 5, most: ttl ?? 3600, except: [] },
    denial: { capacity: 9984, least: 5, most: ttl ?? 1800, except: [] },
    failureSeconds: 5,
    keepTtl: false,
    stale: 0,
  }
  for (const line of directive.body) options = { ...options, ...property(line, options) }
  return options
}

const wrong = (line: Directive): Error => argumentError({ ...line, lastWord: lastWord(line) })

const property = (line: Directive, options: CacheOptions): Partial<CacheOptions> => {
  const { name, args } = line
  switch (name) {
    case 'success':
    case 'denial':
      return { [name]: limits(line, options[name]) }
    case 'disable':
      return disable(line, options)
    case 'servfail':
      if (args.length !== 1) throw wrong(line)
      return { failureSeconds: failureSeconds(args[0] ?? '') }
    case 'keepttl':
      if (args.length > 0) throw wrong(line)
      return { keepTtl: true }
    case 'serve_stale':
      return { stale: args[0] === undefined ? 3600 : seconds(args[0]) }
    case 'prefetch':
    case 'serve_stale_policy':
      if (args.length === 0 || args.length > 3) throw wrong(line)
      return {}
    default:
      throw argumentError({ ...line, lastWord: name })
  }
}

const limits = (line: Directive, current: CacheLimits): CacheLimits => {
  const [capacity, most, least] = line.args
  if (capacity === undefined) throw wrong(line)
  return {
    ...current,
    capacity: integer(capacity),
    most: most === undefined ? current.most : positive(most),
    least: least === undefined ? current.least : notNegative(least),
  }
}

const disable = (line: Directive, options: CacheOptions): Partial<CacheOptions> => {
  const [kind, ...zones] = line.args
  if (kind === undefined) throw wrong(line)
  if (kind !== 'success' && kind !== 'denial') throw new Error('cache type for disable must be "success" or "denial"')
  return { [kind]: { ...options[kind], except: zones.length === 0 ? ['.'] : zones.flatMap(normalizeZones) } }
}

const integer = (text: string): number => {
  if (!/^[+-]?\d+$/.test(text)) throw new Error(`strconv.Atoi: parsing "${text}": invalid syntax`)
  return Number(text)
}

const positive = (text: string): number => {
  const value = integer(text)
  if (value <= 0) throw new Error(`cache TTL can not be zero or negative: ${value}`)
  return value
}

const notNegative = (text: string): number => {
  const value = integer(text)
  if (value < 0) throw new Error(`cache min TTL can not be negative: ${value}`)
  return value
}

const failureSeconds = (text: string): number => {
  const value = seconds(text)
  if (value > 300) throw new Error('caching SERVFAIL responses over 5 minutes is not permitted')
  return value
}

const units: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 }

const seconds = (text: string): number => {
  const parts = [...text.matchAll(/(\d+(?:\.\d*)?)(ns|us|ms|s|m|h)/g)]
  if (text !== '0' && parts.map(([part]) => part).join('') !== text) throw new Error(`time: invalid duration "${text}"`)
  return parts.reduce((sum, [, amount, unit = 's']) => sum + Number(amount) * (units[unit] ?? 1), 0)
}
