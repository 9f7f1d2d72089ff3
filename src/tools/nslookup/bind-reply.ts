import type { ResourceRecord } from '../../dns/message.ts'
import { relative } from '../../dns/resolver/client.ts'
import type { Received } from '../bind/lookup.ts'

/** The records of a section as BIND's nslookup prints them; addresses outside the answer as any other record. */
export const sectionText = (records: readonly ResourceRecord[], isAnswer: boolean): string =>
  records
    .map(record => {
      const owner = relative(record.name)
      if (isAnswer && (record.type === 'A' || record.type === 'AAAA')) {
        return `Name:\t${owner}\nAddress: ${record.data}\n`
      }
      return record.type === 'SOA' ? `${owner}\n${soaText(record.data)}` : `${owner}\t${dataText(record)}`
    })
    .join('')

/** The whole reply in the long form of `-debug`. */
export const debugText = ({ query, reply }: Received): string => {
  const { name, type, class: ofClass } = query.question
  return [
    '------------\n    QUESTIONS:\n',
    `\t${relative(name)}, type = ${type}, class = ${ofClass}\n`,
    `    ANSWERS:\n${detail(reply.answers)}`,
    `    AUTHORITY RECORDS:\n${detail(reply.authority)}`,
    `    ADDITIONAL RECORDS:\n${detail(reply.additional)}`,
    '------------\n',
  ].join('')
}

const detail = (records: readonly ResourceRecord[]): string =>
  records
    .map(record => {
      const data = record.type === 'SOA' ? soaText(record.data) : `\t${dataText(record)}`
      return `    ->  ${relative(record.name)}\n${data}\tttl = ${record.ttl}\n`
    })
    .join('')

const dataText = ({ type, data }: ResourceRecord): string =>
  `${labels[type] ?? `rdata_${numbers[type] ?? type.replace(/^TYPE/, '')} = `}${data}\n`

const soaText = (data: string): string => {
  const [origin = '', mail = '', serial, refresh, retry, expire, minimum] = data.split(' ')
  return [
    `\torigin = ${relative(origin)}\n`,
    `\tmail addr = ${relative(mail)}\n`,
    `\tserial = ${serial}\n`,
    `\trefresh = ${refresh}\n`,
    `\tretry = ${retry}\n`,
    `\texpire = ${expire}\n`,
    `\tminimum = ${minimum}\n`,
  ].join('')
}

const labels: Readonly<Record<string, string>> = {
  A: 'internet address = ',
  NS: 'nameserver = ',
  CNAME: 'canonical name = ',
  PTR: 'name = ',
  HINFO: 'hinfo = ',
  MX: 'mail exchanger = ',
  TXT: 'text = ',
  RP: 'rp = ',
  AFSDB: 'afsdb = ',
  AAAA: 'has AAAA address ',
  LOC: 'loc = ',
  SRV: 'service = ',
  NAPTR: 'naptr = ',
  KX: 'kx = ',
  CERT: 'cert = ',
  DNAME: 'dname = ',
}

/** Types that nslookup has no word for go by their number. */
const numbers: Readonly<Record<string, number>> = {
  DS: 43,
  SSHFP: 44,
  RRSIG: 46,
  NSEC: 47,
  DNSKEY: 48,
  NSEC3: 50,
  TLSA: 52,
  SVCB: 64,
  HTTPS: 65,
  CAA: 257,
}
