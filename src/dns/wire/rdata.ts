import { formatAddress, parseAddress } from '../address.ts'
import { fqdn } from '../names.ts'
import { type Reader, read8, read16, read32, readBytes, readName } from './reader.ts'
import { formatString, parseStrings } from './text-strings.ts'
import { WireError } from './wire-error.ts'
import { type Writer, write8, write16, write32, writeBytes, writeName } from './writer.ts'

/** How the data of a type goes from presentation form to bytes and back; `end` is where it ends in the message. */
interface Codec {
  write(out: Writer, data: string): void
  read(input: Reader, end: number): string
}

/** Writes the data of a record, without its length. */
export const writeData = (out: Writer, type: string, data: string): void => codecOf(type).write(out, data)

/** Reads the data of a record that ends there. */
export const readData = (input: Reader, type: string, end: number): string => {
  const data = codecOf(type).read(input, end)
  if (input.at !== end) throw new WireError(`bad length of ${type} data`)
  return data
}

const codecOf = (type: string): Codec => (Object.hasOwn(codecs, type) ? (codecs[type] ?? unknown) : unknown)

const address = (length: 4 | 16): Codec => ({
  write(out, data) {
    const bytes = parseAddress(data)
    if (bytes?.length !== length) throw new WireError(`not an address: ${data}`)
    writeBytes(out, bytes)
  },
  read: input => formatIpOf(readBytes(input, length)),
})

// An IPv4-mapped address in an AAAA record stays an IPv6 one.
const formatIpOf = (bytes: Uint8Array): string => {
  const text = formatAddress(bytes)
  return bytes.length === 16 && !text.includes(':') ? `::ffff:${text}` : text
}

const name: Codec = {
  write: (out, data) => writeName(out, fqdn(data)),
  read: input => readName(input),
}

const number = (text: string | undefined, most: number): number => {
  const value = text !== undefined && /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!(value <= most)) throw new WireError(`not a number: ${text}`)
  return value
}

const exchange: Codec = {
  write(out, data) {
    const [preference, target = ''] = data.split(/\s+/)
    write16(out, number(preference, 65535))
    writeName(out, fqdn(target))
  },
  read: input => `${read16(input)} ${readName(input)}`,
}

const service: Codec = {
  write(out, data) {
    const [priority, weight, port, target = ''] = data.split(/\s+/)
    for (const text of [priority, weight, port]) write16(out, number(text, 65535))
    writeName(out, fqdn(target), false)
  },
  read: input => `${read16(input)} ${read16(input)} ${read16(input)} ${readName(input)}`,
}

const authority: Codec = {
  write(out, data) {
    const [server = '', mailbox = '', ...numbers] = data.split(/\s+/)
    writeName(out, fqdn(server))
    writeName(out, fqdn(mailbox))
    for (let index = 0; index < 5; index++) write32(out, number(numbers[index], 0xffffffff))
  },
  read(input) {
    const names = [readName(input), readName(input)]
    return [...names, ...Array.from({ length: 5 }, () => read32(input))].join(' ')
  },
}

const text: Codec = {
  write(out, data) {
    for (const bytes of parseStrings(data)) {
      write8(out, bytes.length)
      writeBytes(out, bytes)
    }
  },
  read(input, end) {
    const strings: string[] = []
    while (input.at < end) strings.push(formatString(readBytes(input, read8(input))))
    return strings.join(' ')
  },
}

const authorization: Codec = {
  write(out, data) {
    const [, flags, tag = '', value = ''] = /^(\d+)\s+(\w+)\s+(.*)$/.exec(data) ?? []
    write8(out, number(flags, 255))
    write8(out, tag.length)
    writeBytes(out, new TextEncoder().encode(tag))
    writeBytes(out, parseStrings(value)[0] ?? new Uint8Array())
  },
  read(input, end) {
    const flags = read8(input)
    const tag = new TextDecoder('latin1').decode(readBytes(input, read8(input)))
    return `${flags} ${tag} ${formatString(readBytes(input, Math.max(0, end - input.at)))}`
  },
}

// RFC 3597: `\# 2 0aff`.
const unknown: Codec = {
  write(out, data) {
    const [, length, hex = ''] = /^\\#\s+(\d+)\s*([\s0-9a-fA-F]*)$/.exec(data) ?? []
    const digits = hex.replaceAll(/\s/g, '')
    if (digits.length !== number(length, 65535) * 2) throw new WireError(`bad data: ${data.slice(0, 64)}`)
    writeBytes(
      out,
      Uint8Array.from(digits.match(/../g) ?? [], pair => Number.parseInt(pair, 16)),
    )
  },
  read(input, end) {
    const bytes = readBytes(input, Math.max(0, end - input.at))
    const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
    return `\\# ${bytes.length} ${hex}`.trimEnd()
  },
}

const codecs: Readonly<Record<string, Codec>> = {
  A: address(4),
  AAAA: address(16),
  NS: name,
  CNAME: name,
  PTR: name,
  DNAME: name,
  MX: exchange,
  SRV: service,
  SOA: authority,
  TXT: text,
  SPF: text,
  HINFO: text,
  CAA: authorization,
}
