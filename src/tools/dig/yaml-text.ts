import { isIpv4 } from '../../dns/address.ts'
import type { Edns, Query, Reply, ResourceRecord } from '../../dns/message.ts'
import { replySize } from '../../dns/wire/size.ts'
import type { Received } from '../bind/lookup.ts'
import { cookieCode, hex } from './edns-text.ts'
import type { LookupOptions } from './lookup-options.ts'

/** A reply in the form of +yaml. */
export const yamlText = (
  { server, lookup, query, reply, milliseconds }: Received,
  { show }: LookupOptions,
  now: number,
): string => {
  const { name, class: ofClass, type } = query.question
  return [
    '- type: MESSAGE\n  message:\n',
    `    type: ${reply.flags.rd && reply.flags.ra ? 'RECURSIVE' : 'AUTH'}_RESPONSE\n`,
    `    query_time: !!timestamp ${new Date(now - milliseconds).toISOString()}\n`,
    `    response_time: !!timestamp ${new Date(now).toISOString()}\n`,
    `    message_size: ${replySize(query, reply)}b\n`,
    `    socket_family: ${isIpv4(server.address) ? 'INET' : 'INET6'}\n`,
    `    socket_protocol: ${query.transport.toUpperCase()}\n`,
    `    response_address: "${server.address}"\n    response_port: ${lookup.port}\n`,
    `    query_address: "${isIpv4(server.address) ? '0.0.0.0' : '::0'}"\n    query_port: 0\n`,
    `    response_message_data:\n${headerText(query, reply)}`,
    show.comments && reply.edns ? ednsText(reply.edns) : '',
    show.question ? `      QUESTION_SECTION:\n        - '${name} ${ofClass} ${type}'\n` : '',
    show.answer ? sectionText('ANSWER', reply.answers) : '',
    show.authority ? sectionText('AUTHORITY', reply.authority) : '',
    show.additional ? sectionText('ADDITIONAL', reply.additional) : '',
  ].join('')
}

const headerText = ({ opcode, id }: Query, { rcode, flags, answers, authority, additional, edns }: Reply): string => {
  const set = (['aa', 'tc', 'rd', 'ra', 'ad', 'cd'] as const).filter(flag => flags[flag])
  return [
    `      opcode: ${opcode}\n      status: ${rcode}\n      id: ${id}\n`,
    `      flags: ${['qr', ...set].join(' ')}\n`,
    `      QUESTION: 1\n      ANSWER: ${answers.length}\n      AUTHORITY: ${authority.length}\n`,
    `      ADDITIONAL: ${additional.length + (edns ? 1 : 0)}\n`,
  ].join('')
}

const ednsText = ({ version, dnssecOk, udpSize, options }: Edns): string => {
  const cookie = options.find(({ code }) => code === cookieCode)
  return [
    '      OPT_PSEUDOSECTION:\n        EDNS:\n',
    `          version: ${version}\n          flags:${dnssecOk ? ' do' : ''}\n          udp: ${udpSize}\n`,
    cookie ? `          COOKIE: ${hex(cookie.data)} (echoed)\n` : '',
  ].join('')
}

const sectionText = (name: string, records: readonly ResourceRecord[]): string =>
  records.length ? `      ${name}_SECTION:\n${records.map(lineText).join('')}` : ''

const lineText = ({ name, ttl, class: ofClass, type, data }: ResourceRecord): string =>
  `        - '${`${name} ${ttl} ${ofClass} ${type} ${data}`.replaceAll("'", "''")}'\n`
