import type { ResourceRecord } from '../../dns/message.ts'
import { rcodeNumber } from '../../dns/rcodes.ts'
import { relative } from '../../dns/resolver/client.ts'
import { questionLine, recordLine } from '../bind/columns.ts'
import type { Received } from '../bind/lookup.ts'
import type { HostOptions } from './arguments.ts'

/** A reply as host prints it: a sentence a record, or the message at length. */
export const replyText = (received: Received, { verbose, typed }: HostOptions): string => {
  const { lookup, query, reply } = received
  if (reply.rcode !== 'NOERROR') {
    // Only of an NXDOMAIN is the name as it was typed; else it is the one that was asked.
    const name = reply.rcode === 'NXDOMAIN' ? lookup.name : relative(query.question.name)
    return `Host ${name} not found: ${rcodeNumber(reply.rcode)}(${reply.rcode})\n`
  }
  if (verbose) return verboseText(received)
  if (!reply.answers.length && typed) return `${relative(query.question.name)} has no ${lookup.type} record\n`
  return reply.answers
    .filter(record => wanted(record, lookup.type))
    .map(sentence)
    .join('')
}

/** Of a whole zone only what has to do with addresses. */
const wanted = ({ type }: ResourceRecord, asked: string): boolean =>
  asked !== 'AXFR' || ['A', 'AAAA', 'NS', 'PTR'].includes(type)

const sentence = ({ name, type, data }: ResourceRecord): string =>
  `${relative(name)} ${phrases[type] ?? `has ${type} record`} ${data}\n`

const phrases: Readonly<Record<string, string>> = {
  A: 'has address',
  NS: 'name server',
  CNAME: 'is an alias for',
  WKS: 'has well known services',
  PTR: 'domain name pointer',
  HINFO: 'host information',
  MX: 'mail is handled by',
  TXT: 'descriptive text',
  X25: 'x25 address',
  ISDN: 'ISDN address',
  SIG: 'has signature',
  KEY: 'has key',
  AAAA: 'has IPv6 address',
  LOC: 'location',
}

const verboseText = ({ query, reply }: Received): string => {
  const { rcode, flags, answers, authority, additional, edns } = reply
  const set = (['aa', 'tc', 'rd', 'ra', 'ad', 'cd'] as const).filter(flag => flags[flag])
  return [
    `;; ->>HEADER<<- opcode: ${query.opcode}, status: ${rcode}, id: ${query.id}\n`,
    `;; flags: ${['qr', ...set].join(' ')}; QUERY: 1, ANSWER: ${answers.length}, `,
    `AUTHORITY: ${authority.length}, ADDITIONAL: ${additional.length}\n`,
    edns ? `;; EDNS: version: ${edns.version}, udp=${edns.udpSize}\n` : '',
    `\n;; QUESTION SECTION:\n${questionLine(query.question)}\n`,
    section('ANSWER', answers),
    section('AUTHORITY', authority),
    section('ADDITIONAL', additional),
    '\n',
  ].join('')
}

const section = (name: string, records: readonly ResourceRecord[]): string =>
  records.length
    ? `\n;; ${name} SECTION:\n${records.map(record => `${recordLine({ ...record, ttl: String(record.ttl) })}\n`).join('')}`
    : ''
