/** The first twelve bytes of a message. */
export interface Header {
  readonly id: number
  readonly response: boolean
  readonly opcode: number
  readonly aa: boolean
  readonly tc: boolean
  readonly rd: boolean
  readonly ra: boolean
  readonly ad: boolean
  readonly cd: boolean
  /** The low four bits. */
  readonly rcode: number
  readonly counts: readonly [questions: number, answers: number, authority: number, additional: number]
}

export const headerSize = 12

export const readHeader = (bytes: Uint8Array): Header | undefined => {
  if (bytes.length < headerSize) return undefined
  const at = (index: number): number => ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0)
  const flags = at(2)
  const bit = (mask: number): boolean => (flags & mask) !== 0
  return {
    id: at(0),
    response: bit(0x8000),
    opcode: (flags >> 11) & 15,
    aa: bit(0x0400),
    tc: bit(0x0200),
    rd: bit(0x0100),
    ra: bit(0x0080),
    ad: bit(0x0020),
    cd: bit(0x0010),
    rcode: flags & 15,
    counts: [at(4), at(6), at(8), at(10)],
  }
}

/** Writes it over the start of a message. */
export const writeHeader = (bytes: Uint8Array, header: Header): void => {
  const { response, opcode, aa, tc, rd, ra, ad, cd, rcode } = header
  const bit = (isSet: boolean, mask: number): number => (isSet ? mask : 0)
  const flags =
    bit(response, 0x8000) |
    (opcode << 11) |
    bit(aa, 0x0400) |
    bit(tc, 0x0200) |
    bit(rd, 0x0100) |
    bit(ra, 0x0080) |
    bit(ad, 0x0020) |
    bit(cd, 0x0010) |
    (rcode & 15)
  for (const [index, value] of [header.id, flags, ...header.counts].entries()) {
    bytes[index * 2] = value >> 8
    bytes[index * 2 + 1] = value & 255
  }
}

const opcodes = ['QUERY', 'IQUERY', 'STATUS', 'OPCODE3', 'NOTIFY', 'UPDATE'] as const

export const opcodeName = (number: number): string => opcodes[number] ?? `OPCODE${number}`

export const opcodeNumber = (name: string): number => {
  const known = (opcodes as readonly string[]).indexOf(name)
  return known >= 0 ? known : Number(/^OPCODE(\d+)$/.exec(name)?.[1] ?? 0) & 15
}
