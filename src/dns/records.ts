import type { ResourceRecord } from './message.ts'
import { fqdn, joinName } from './names.ts'

/** A record of class IN. */
export const record = (name: string, ttl: number, type: string, data: string): ResourceRecord => ({
  name,
  type,
  class: 'IN',
  ttl,
  data,
})

export const cname = (name: string, ttl: number, target: string): ResourceRecord =>
  record(name, ttl, 'CNAME', fqdn(target))

/** A SOA whose timers are those that every synthetic zone of CoreDNS has. */
export const syntheticSoa = (
  zone: string,
  { nameServer, mailbox, serial, ttl, minimum }: SyntheticSoa,
): ResourceRecord =>
  record(
    zone,
    ttl,
    'SOA',
    `${joinName(nameServer, zone)} ${joinName(mailbox, zone)} ${serial} 7200 1800 86400 ${minimum}`,
  )

interface SyntheticSoa {
  readonly nameServer: string
  readonly mailbox: string
  readonly serial: number
  readonly ttl: number
  readonly minimum: number
}

/** The target name of a record that leads to one; undefined for other types. */
export const targetOf = ({ type, data }: ResourceRecord): string | undefined =>
  ['CNAME', 'NS', 'PTR', 'DNAME', 'MX', 'SRV'].includes(type) ? data.slice(data.lastIndexOf(' ') + 1) : undefined

/** Gives every record this time to live. */
export const withTtl = (records: readonly ResourceRecord[], ttl: number): readonly ResourceRecord[] =>
  records.every(item => item.ttl === ttl) ? records : records.map(item => (item.ttl === ttl ? item : { ...item, ttl }))
