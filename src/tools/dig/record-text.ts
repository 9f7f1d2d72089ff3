import { parseAddress } from '../../dns/address.ts'
import type { ResourceRecord } from '../../dns/message.ts'
import { type Columns, recordLine, standardColumns } from '../bind/columns.ts'
import { hex } from './edns-text.ts'
import type { LookupOptions } from './lookup-options.ts'

/** One record as dig prints it, several lines for a SOA under +multiline. */
export const recordText = (record: ResourceRecord, options: LookupOptions): string => {
  const ttl = options.noTtl ? undefined : options.ttlUnits ? ttlInUnits(record.ttl) : String(record.ttl)
  const ofClass = options.noClass ? undefined : record.class
  return `${recordLine({ ...record, ttl, class: ofClass, data: dataText(record, options) }, columnsOf(options))}\n`
}

/** The data of a record alone. */
export const dataText = (record: ResourceRecord, options: LookupOptions): string => {
  if (record.type === 'AAAA' && options.expandAddresses) return expanded(record.data)
  return record.type === 'SOA' && options.multiline ? soaInLines(record.data, options.remarks !== false) : record.data
}

/** An IPv6 address in full: eight groups of four digits. */
const expanded = (address: string): string =>
  hex(parseAddress(address) ?? new Uint8Array())
    .match(/.{4}/g)
    ?.join(':') ?? address

/** The columns move to the left by what is left out. */
export const columnsOf = ({ multiline, noTtl, noClass }: LookupOptions): Columns => {
  if (multiline || (noTtl && noClass)) return { ttl: 24, class: 24, type: 24, data: 32 }
  return noTtl || noClass ? { ttl: 24, class: 24, type: 32, data: 40 } : standardColumns
}

const soaInLines = (data: string, remarks: boolean): string => {
  const [origin, mail, ...numbers] = data.split(' ')
  const lines = numbers.map((number, index) => {
    const named = soaFields[index] ?? ''
    const words = index === 0 ? '' : ` (${ttlInWords(Number(number))})`
    return remarks ? `\t\t\t\t${number.padEnd(10)} ; ${named}${words}\n` : `\t\t\t\t${number}\n`
  })
  return `${origin} ${mail} (\n${lines.join('')}\t\t\t\t)`
}

const soaFields = ['serial', 'refresh', 'retry', 'expire', 'minimum']

const units = [
  ['week', 604800],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** `1 hour 30 minutes`; a zero is `0 seconds`. */
const ttlInWords = (seconds: number): string =>
  parts(seconds)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' ')

/** `1h30m` */
const ttlInUnits = (seconds: number): string =>
  parts(seconds)
    .map(([count, unit]) => `${count}${unit.charAt(0)}`)
    .join('')

const parts = (seconds: number): (readonly [number, string])[] => {
  let rest = seconds
  const found = units.map(([unit, size]) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return [count, unit] as const
  })
  const used = found.filter(([count]) => count > 0)
  return used.length ? used : [[0, 'second']]
}
