import type { Edns, Query, Question, Reply, ResourceRecord, Tier } from '../message.ts'
import { rcodeOf } from '../rcodes.ts'
import { type Header, headerSize, opcodeName, readHeader, writeHeader } from './header.ts'
import { readData } from './rdata.ts'
import { type Reader, read8, read16, read32, readBytes, readName } from './reader.ts'
import { className, typeName } from './types.ts'
import { WireError } from './wire-error.ts'

/** What a server does with a packet: answer its query, send these bytes back, or stay silent. */
export type Decoded =
  | { readonly kind: 'query'; readonly query: Pick<Query, 'id' | 'opcode' | 'question' | 'flags' | 'edns'> }
  | { readonly kind: 'reject'; readonly bytes: Uint8Array }
  | { readonly kind: 'silence' }

/** Reads a packet a server got. Junk never throws: too short or no query is silence, a broken query is FORMERR. */
export const decodeQuery = (bytes: Uint8Array): Decoded => {
  const header = readHeader(bytes)
  if (!header || header.response) return { kind: 'silence' }
  if (header.opcode !== 0 && header.opcode !== 4) return reject(header, 4, header.opcode)
  const [questions, answers, authority, additional] = header.counts
  if (questions !== 1 || answers > 1 || authority > 1 || additional > 2) return reject(header, 1, 0)
  try {
    const input = { bytes, at: headerSize }
    const question = readQuestion(input)
    const edns = readRecords(input, answers + authority + additional).edns
    const { id, rd, ad, cd } = header
    return { kind: 'query', query: { id, opcode: opcodeName(header.opcode), question, flags: { rd, ad, cd }, edns } }
  } catch (error) {
    if (error instanceof WireError) return reject(header, 1, 0)
    throw error
  }
}

// The header comes back alone: what could not be read is not repeated.
const reject = (header: Header, rcode: number, opcode: number): Decoded => {
  const bytes = new Uint8Array(headerSize)
  writeHeader(bytes, { ...header, response: true, aa: false, opcode, rcode, counts: [0, 0, 0, 0] })
  return { kind: 'reject', bytes }
}

/** Reads a reply that a client got; throws WireError. */
export const decodeReply = (
  bytes: Uint8Array,
  tier: Tier,
): { readonly id: number; readonly question?: Question; readonly reply: Reply } => {
  const header = readHeader(bytes)
  if (!header?.response) throw new WireError('no reply')
  const input = { bytes, at: headerSize }
  const [questions, ...counts] = header.counts
  const [question] = Array.from({ length: questions }, () => readQuestion(input))
  const sections = counts.map(count => readRecords(input, count))
  const [answers = [], authority = [], additional = []] = sections.map(({ records }) => records)
  const last = sections.find(section => section.edns)
  const { aa, tc, rd, ra, ad, cd } = header
  const rcode = rcodeOf(header.rcode | ((last?.highRcode ?? 0) << 4))
  const reply: Reply = {
    rcode,
    flags: { aa, tc, rd, ra, ad, cd },
    answers,
    authority,
    additional,
    edns: last?.edns,
    tier,
  }
  return { id: header.id, reply, ...(question ? { question } : {}) }
}

const readQuestion = (input: Reader): Question => {
  const name = readName(input)
  return { name, type: typeName(read16(input)), class: className(read16(input)) }
}

interface Section {
  readonly records: readonly ResourceRecord[]
  readonly edns?: Edns | undefined
  readonly highRcode: number
}

const readRecords = (input: Reader, count: number): Section => {
  const records: ResourceRecord[] = []
  let edns: Edns | undefined
  let highRcode = 0
  for (let index = 0; index < count; index++) {
    const name = readName(input)
    const type = read16(input)
    const kind = read16(input)
    const ttl = read32(input)
    const end = read16(input) + input.at
    if (end > input.bytes.length) throw new WireError('data runs past the end')
    if (type === 41) {
      edns ??= readEdns(input, end, kind, ttl)
      highRcode = Math.floor(ttl / 2 ** 24)
      input.at = end
    } else {
      records.push({
        name,
        type: typeName(type),
        class: className(kind),
        ttl,
        data: readData(input, typeName(type), end),
      })
    }
  }
  return { records, edns, highRcode }
}

const readEdns = (input: Reader, end: number, udpSize: number, ttl: number): Edns => {
  const options: { code: number; data: Uint8Array }[] = []
  while (input.at < end) {
    const code = read16(input)
    const length = read8(input) * 256 + read8(input)
    if (input.at + length > end) throw new WireError('option runs past the end')
    options.push({ code, data: readBytes(input, length) })
  }
  return { version: Math.floor(ttl / 2 ** 16) & 255, udpSize, dnssecOk: (ttl & 0x8000) !== 0, options }
}
