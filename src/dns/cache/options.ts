import { parseGoDuration } from '../../util/go-duration.ts'
import { normalizeZones, zonesOr } from '../corefile/normalize.ts'
import { atoi as integer, oneArgument, wrongArguments as wrong } from '../corefile/values.ts'
import { argumentError, type Directive } from '../plugin.ts'
import { checkPrefetch, type Stale, staleOptions } from './refresh-options.ts'

/** One half of the cache: how many answers, and the limits of their time to live in seconds. */
export interface CacheLimits {
  readonly capacity: number
  readonly least: number
  readonly most: number
  /** Zones whose answers are not kept. */
  readonly except: readonly string[]
}

export interface CacheOptions extends Stale {
  readonly zones: readonly string[]
  readonly success: CacheLimits
  readonly denial: CacheLimits
  readonly failureSeconds: number
  readonly keepTtl: boolean
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
    verifies: true,
  }
  for (const line of directive.body) options = { ...options, ...property(line, options) }
  const names = directive.body.map(({ name }) => name)
  if (names.filter(name => name === 'serve_stale_policy').length > 1) {
    throw new Error('serve_stale_policy can only be specified once')
  }
  if (names.includes('serve_stale_policy') && !names.includes('serve_stale')) {
    throw new Error('serve_stale_policy requires serve_stale')
  }
  return options
}

const property = (line: Directive, options: CacheOptions): Partial<CacheOptions> => {
  const { name, args } = line
  switch (name) {
    case 'success':
    case 'denial':
      return { [name]: limits(line, options[name]) }
    case 'disable':
      return disable(line, options)
    case 'servfail':
      return { failureSeconds: failureSeconds(oneArgument(line)) }
    case 'keepttl':
      if (args.length > 0) throw wrong(line)
      return { keepTtl: true }
    case 'serve_stale':
      return staleOptions(line)
    case 'serve_stale_policy':
      if (oneArgument(line).toLowerCase() !== 'prefer_positive') {
        throw new Error(`invalid serve_stale_policy: ${args[0]?.toLowerCase()}`)
      }
      return {}
    case 'prefetch':
      checkPrefetch(line)
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
  const value = parseGoDuration(text) / 1000
  if (value < 0) throw new Error('invalid negative ttl for servfail')
  if (value > 300) throw new Error('caching SERVFAIL responses over 5 minutes is not permitted')
  return value
}
