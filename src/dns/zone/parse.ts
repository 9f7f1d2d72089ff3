import type { ResourceRecord } from '../message.ts'
import { fqdn, lower, suffixesOf } from '../names.ts'
import { writeData } from '../wire/rdata.ts'
import { classCode, typeCode } from '../wire/types.ts'
import { writer } from '../wire/writer.ts'
import { type ZoneLine, zoneLines } from './lexer.ts'
import { type Zone, ZoneError } from './zone.ts'

interface State {
  readonly origin: string
  readonly owner: string | undefined
  /** From `$TTL`. */
  readonly ttl: number | undefined
  /** Of the record before. */
  readonly lastTtl: number | undefined
}

/**
 * Reads a zone in master-file form; throws ZoneError. A record without a time to live takes `$TTL`, else the one before
 * it.
 */
export const parseZone = (text: string, origin: string): Zone => {
  const records: ResourceRecord[] = []
  let state: State = { origin: lower(fqdn(origin)), owner: undefined, ttl: undefined, lastTtl: undefined }
  for (const line of zoneLines(text)) {
    const [directive = ''] = line.words
    if (directive.startsWith('$') && !line.continues) {
      state = applyDirective(state, line)
      continue
    }
    const item = parseRecord(state, line)
    state = { ...state, owner: item.name, lastTtl: item.ttl }
    records.push(item)
  }
  return zoneOf(lower(fqdn(origin)), records)
}

/** A zone of these records. */
export const zoneOf = (origin: string, records: readonly ResourceRecord[]): Zone => {
  const byOwner = new Map<string, readonly ResourceRecord[]>()
  for (const item of records) {
    const owner = lower(item.name)
    if (!byOwner.has(owner)) for (const name of suffixesOf(owner)) if (!byOwner.has(name)) byOwner.set(name, [])
    byOwner.set(owner, [...(byOwner.get(owner) ?? []), item])
  }
  return { origin, records: byOwner }
}

const applyDirective = (state: State, { words: [name = '', value], line }: ZoneLine): State => {
  const key = name.toUpperCase()
  if (value === undefined) throw new ZoneError(line, `${name} needs a value`)
  if (key === '$ORIGIN') return { ...state, origin: absolute(value, state.origin) }
  const ttl = key === '$TTL' ? parseTtl(value) : undefined
  if (ttl === undefined) throw new ZoneError(line, `cannot read ${name} ${value}`)
  return { ...state, ttl }
}

const parseRecord = (state: State, { words, continues, line }: ZoneLine): ResourceRecord => {
  const owner = continues ? state.owner : absolute(words[0] ?? '@', state.origin)
  if (owner === undefined) throw new ZoneError(line, 'the first record has no owner')
  let rest = continues ? words : words.slice(1)
  let ttl: number | undefined
  // Class and time to live come in any order, either may be missing.
  for (let [word = ''] = rest; rest.length > 1; [word = ''] = rest) {
    if (isType(word)) break
    if (classCode(word.toUpperCase()) === undefined) ttl = parseTtl(word) ?? fail(line, word)
    rest = rest.slice(1)
  }
  const [type = '', ...data] = rest
  if (!isType(type)) fail(line, type)
  const seconds = ttl ?? state.ttl ?? state.lastTtl ?? 0
  return checked(
    { name: owner, type: type.toUpperCase(), class: 'IN', ttl: seconds, data: dataOf(type, data, state) },
    line,
  )
}

const isType = (word: string): boolean => typeCode(word.toUpperCase()) !== undefined

const fail = (line: number, word: string): never => {
  throw new ZoneError(line, `'${word}' is neither a type, a class nor a time to live`)
}

const absolute = (name: string, origin: string): string => {
  if (name === '@') return origin
  if (name.endsWith('.')) return name
  return origin === '.' ? `${name}.` : `${name}.${origin}`
}

// Which words of the data are names, that may be relative.
const nameWords: Readonly<Record<string, readonly number[]>> = {
  NS: [0],
  CNAME: [0],
  PTR: [0],
  DNAME: [0],
  MX: [1],
  SRV: [3],
  SOA: [0, 1],
}

const dataOf = (type: string, words: readonly string[], { origin }: State): string => {
  const key = type.toUpperCase()
  const names = Object.hasOwn(nameWords, key) ? (nameWords[key] ?? []) : []
  const absoluteWords = words.map((word, index) => (names.includes(index) ? absolute(word, origin) : word))
  if (key === 'SOA') return [...absoluteWords.slice(0, 3), ...absoluteWords.slice(3).map(timeText)].join(' ')
  if (key === 'TXT' || key === 'SPF')
    return absoluteWords.map(word => (word.startsWith('"') ? word : `"${word}"`)).join(' ')
  return absoluteWords.join(' ')
}

const timeText = (word: string): string => String(parseTtl(word) ?? word)

// What cannot go over the wire is no record.
const checked = (item: ResourceRecord, line: number): ResourceRecord => {
  try {
    writeData(writer(false), item.type, item.data)
    return item
  } catch {
    throw new ZoneError(line, `bad data for ${item.type}: ${item.data}`)
  }
}

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 }

/** Seconds, also as `1h30m`; undefined for anything else. */
const parseTtl = (text: string): number | undefined => {
  if (/^\d{1,10}$/.test(text)) return Number(text)
  if (!/^(?:\d{1,10}[smhdw])+$/i.test(text)) return undefined
  const parts = [...text.toLowerCase().matchAll(/(\d+)([smhdw])/g)]
  return parts.reduce((sum, [, amount, unit = 's']) => sum + Number(amount) * (units[unit] ?? 1), 0)
}
