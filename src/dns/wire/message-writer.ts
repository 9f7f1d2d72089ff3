import type { Edns, Question, Rcode, ResourceRecord } from '../message.ts'
import { rcodeNumber } from '../rcodes.ts'
import { writeData } from './rdata.ts'
import { classCode, typeCode } from './types.ts'
import { WireError } from './wire-error.ts'
import { type Writer, write8, write16, write32, writeBytes, writeName } from './writer.ts'

export const writeQuestion = (out: Writer, { name, type, class: kind }: Question): void => {
  writeName(out, name)
  write16(out, known(typeCode(type), type))
  write16(out, known(classCode(kind), kind))
}

export const writeRecord = (out: Writer, { name, type, class: kind, ttl, data }: ResourceRecord): void => {
  writeName(out, name)
  write16(out, known(typeCode(type), type))
  write16(out, known(classCode(kind), kind))
  write32(out, ttl)
  const lengthAt = out.at
  write16(out, 0)
  writeData(out, type, data)
  const length = out.at - lengthAt - 2
  if (length > 65535) throw new WireError('data is too long')
  out.bytes[lengthAt] = length >> 8
  out.bytes[lengthAt + 1] = length
}

/** The pseudo-record of EDNS: its class is a size, its time to live holds the high bits of the code and the flags. */
export const writeEdns = (out: Writer, { version, udpSize, dnssecOk, options }: Edns, rcode: Rcode): void => {
  write8(out, 0)
  write16(out, 41)
  write16(out, udpSize)
  write8(out, rcodeNumber(rcode) >> 4)
  write8(out, version)
  write16(out, dnssecOk ? 0x8000 : 0)
  write16(
    out,
    options.reduce((sum, { data }) => sum + 4 + data.length, 0),
  )
  for (const { code, data } of options) {
    write16(out, code)
    write16(out, data.length)
    writeBytes(out, data)
  }
}

const known = (code: number | undefined, name: string): number => {
  if (code === undefined) throw new WireError(`unknown mnemonic: ${name}`)
  return code
}
