import type { Edns, Query, Question, Rcode, ReplyFlags, ResourceRecord } from '../../dns/message.ts'
import { questionLine } from '../bind/columns.ts'
import { ednsText } from './edns-text.ts'
import type { LookupOptions } from './lookup-options.ts'
import { columnsOf, recordText } from './record-text.ts'

/** A message as dig shows it: a reply, or the query itself under +qr. */
export interface Shown {
  readonly heading: 'Got answer' | 'Sending'
  readonly id: number
  readonly opcode: string
  readonly rcode: Rcode
  readonly flags: Partial<ReplyFlags> & { readonly qr: boolean }
  readonly question: Question
  readonly answers: readonly ResourceRecord[]
  readonly authority: readonly ResourceRecord[]
  readonly additional: readonly ResourceRecord[]
  readonly edns?: Edns | undefined
  readonly sentCookie?: Uint8Array | undefined
}

/** Everything of a message in dig's long form, as far as the options want it. */
export const messageText = (shown: Shown, options: LookupOptions): string => {
  const { show } = options
  const lines = section(options)
  return [
    show.comments ? `${headerText(shown, options)}\n` : '',
    show.comments && shown.edns ? ednsText(shown.edns, shown.sentCookie) : '',
    show.question ? lines('QUESTION', `${questionLine(shown.question, columnsOf(options))}\n`) : '',
    show.answer ? lines('ANSWER', records(answersShown(shown, options), options)) : '',
    show.authority ? lines('AUTHORITY', records(shown.authority, options)) : '',
    show.additional ? lines('ADDITIONAL', records(shown.additional, options)) : '',
  ].join('')
}

/** The query as a message, for +qr. */
export const queryShown = (query: Query): Shown => ({
  heading: 'Sending',
  id: query.id,
  opcode: query.opcode,
  rcode: 'NOERROR',
  flags: { qr: false, ...query.flags },
  question: query.question,
  answers: [],
  authority: [],
  additional: [],
  edns: query.edns,
})

const headerText = (shown: Shown, { edns, dnssec }: LookupOptions): string => {
  const { heading, opcode, rcode, id, flags, question, answers, authority, additional } = shown
  const set = flagNames.filter(flag => flags[flag])
  const reply = heading === 'Got answer'
  const retry = reply && edns !== undefined && !shown.edns && (rcode === 'FORMERR' || rcode === 'NOTIMP')
  return [
    `;; ${heading}:\n`,
    isDotLocal(question.name) ? mdnsWarning : '',
    `;; ->>HEADER<<- opcode: ${opcode}, status: ${rcode}, id: ${id}\n`,
    `;; flags:${set.map(flag => ` ${flag}`).join('')}; QUERY: 1, ANSWER: ${answers.length}`,
    `, AUTHORITY: ${authority.length}, ADDITIONAL: ${additional.length + (shown.edns ? 1 : 0)}\n`,
    reply && flags.rd && !flags.ra ? ';; WARNING: recursion requested but not available\n' : '',
    retry
      ? `\n;; WARNING: EDNS query returned status ${rcode} - retry with '${dnssec ? '+nodnssec ' : ''}+noedns'\n`
      : '',
  ].join('')
}

const flagNames = ['qr', 'aa', 'tc', 'rd', 'ra', 'ad', 'cd'] as const

const mdnsWarning =
  ';; WARNING: .local is reserved for Multicast DNS\n;; You are currently testing what happens when an mDNS query is leaked to DNS\n'

const isDotLocal = (name: string): boolean => /(^|\.)local\.$/i.test(name)

/** A section with its heading and blank line where there are comments; nothing of an empty one. */
const section =
  ({ show }: LookupOptions) =>
  (name: string, text: string): string =>
    text && show.comments ? `;; ${name} SECTION:\n${text}\n` : text

const records = (list: readonly ResourceRecord[], options: LookupOptions): string =>
  list.map(record => recordText(record, options)).join('')

/** A zone transfer ends with the SOA that it began with; +onesoa leaves that out. */
const answersShown = ({ answers }: Shown, { oneSoa, type }: LookupOptions): readonly ResourceRecord[] =>
  oneSoa && type === 'AXFR' ? answers.filter((record, index) => record.type !== 'SOA' || index === 0) : answers
