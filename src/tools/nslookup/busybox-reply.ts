import type { Reply, ResourceRecord } from '../../dns/message.ts'
import { relative } from '../../dns/resolver/client.ts'
import type { Output } from '../tool.ts'

export interface Arrived {
  readonly reply: Reply
  readonly name: string
  readonly number: number
  readonly milliseconds: number
}

/** Prints one reply and a blank line; tells whether it was an error. */
export const printReply = (out: Output, { reply, name, number, milliseconds }: Arrived, debug: boolean): boolean => {
  if (debug) out.write(`Query #${number} completed in ${milliseconds}ms:\n`)
  if (reply.rcode !== 'NOERROR') {
    out.write(`** server can't find ${name}: ${reply.rcode}\n\n`)
    return true
  }
  if (!reply.flags.aa) out.write('Non-authoritative answer:\n')
  else if (debug) out.write('authoritative answer:\n')
  for (const record of reply.answers) out.write(recordText(record))
  out.write('\n')
  return false
}

const recordText = (record: ResourceRecord): string => {
  const owner = relative(record.name)
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return `Name:\t${owner}\nAddress: ${record.data}\n`
    case 'SOA':
      return soaText(owner, record.data)
    case 'TXT':
      // Of several strings only the first is shown.
      return `${owner}\ttext = ${/^"(?:\\.|[^"\\])*"/.exec(record.data)?.[0] ?? `"${record.data}"`}\n`
    default: {
      const word = words[record.type]
      return word ? `${owner}\t${word} = ${relative(record.data)}\n` : ''
    }
  }
}

const words: Readonly<Record<string, string>> = {
  NS: 'nameserver',
  CNAME: 'canonical name',
  PTR: 'name',
  MX: 'mail exchanger',
  SRV: 'service',
}

const soaText = (owner: string, data: string): string => {
  const [origin = '', mail = '', serial, refresh, retry, expire, minimum] = data.split(' ')
  return [
    owner,
    `\torigin = ${relative(origin)}`,
    `\tmail addr = ${relative(mail)}`,
    `\tserial = ${serial}`,
    `\trefresh = ${refresh}`,
    `\tretry = ${retry}`,
    `\texpire = ${expire}`,
    `\tminimum = ${minimum}`,
    '',
  ].join('\n')
}
