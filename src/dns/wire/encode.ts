import type { Query, Reply } from '../message.ts'
import { rcodeNumber } from '../rcodes.ts'
import { headerSize, opcodeNumber, writeHeader } from './header.ts'
import { writeEdns, writeQuestion, writeRecord } from './message-writer.ts'
import { finished, sharedWriter } from './writer.ts'

/** A reply to a query as bytes. Throws WireError for data that has no place in a message. */
export const encodeReply = (query: Pick<Query, 'id' | 'opcode' | 'question'>, reply: Reply): Uint8Array => {
  const out = sharedWriter(reply.compressed ?? false)
  out.at = headerSize
  writeQuestion(out, query.question)
  const { answers, authority, additional, edns, rcode, flags } = reply
  for (const item of answers) writeRecord(out, item)
  for (const item of authority) writeRecord(out, item)
  for (const item of additional) writeRecord(out, item)
  if (edns) writeEdns(out, edns, rcode)
  const { aa, tc, rd, ra, ad, cd } = flags
  writeHeader(out.bytes, {
    id: query.id,
    aa,
    tc,
    rd,
    ra,
    ad,
    cd,
    response: true,
    opcode: opcodeNumber(query.opcode),
    rcode: rcodeNumber(rcode),
    counts: [1, answers.length, authority.length, additional.length + (edns ? 1 : 0)],
  })
  return finished(out)
}

/** A query as bytes. */
export const encodeQuery = ({ id, opcode, question, flags, edns }: Query): Uint8Array => {
  const out = sharedWriter(false)
  out.at = headerSize
  writeQuestion(out, question)
  if (edns) writeEdns(out, edns, 'NOERROR')
  const { rd, ad, cd } = flags
  writeHeader(out.bytes, {
    ...{ id, rd, ad, cd, response: false, aa: false, tc: false, ra: false, rcode: 0 },
    opcode: opcodeNumber(opcode),
    counts: [1, 0, 0, edns ? 1 : 0],
  })
  return finished(out)
}
