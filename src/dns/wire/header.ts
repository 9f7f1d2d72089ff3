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
  const { id, response, opcode, aa, tc, rd, ra, ad, cd, rcode, counts } = header
  bytes[0] = id >> 8
  bytes[1] = id
  bytes[2] = bit(response, 7) | (opcode << 3) | bit(aa, 2) | bit(tc, 1) | bit(rd, 0)
  bytes[3] = bit(ra, 7) | bit(ad, 5) | bit(cd, 4) | (rcode & 15)
  for (let index = 0; index < 4; index++) {
    const count = counts[index] ?? 0
    bytes[4 + index * 2] = count >> 8
    bytes[5 + index * 2] = count
  }
}

const bit = (isSet: boolean, place: number): number => (isSet ? 1 << place : 0)

const opcodes = ['QUERY', 'IQUERY', 'STATUS', 'OPCODE3', 'NOTIFY', 'UPDATE'] as const

export const opcodeName = (number: number): string => opcodes[number] ?? `OPCODE${number}`

export const opcodeNumber = (name: string): number => {
  const known = (opcodes as readonly string[]).indexOf(name)
  return known >= 0 ? known : Number(/^OPCODE(\d+)$/.exec(name)?.[1] ?? 0) & 15
}
