import { WireError } from './wire-error.ts'

/** Where a message is being read. */
export interface Reader {
  readonly bytes: Uint8Array
  at: number
}

const need = ({ bytes, at }: Reader, count: number): void => {
  if (at + count > bytes.length) throw new WireError('message is too short')
}

export const read8 = (input: Reader): number => {
  need(input, 1)
  return input.bytes[input.at++] ?? 0
}

export const read16 = (input: Reader): number => (read8(input) << 8) | read8(input)
export const read32 = (input: Reader): number => read16(input) * 65536 + read16(input)

export const readBytes = (input: Reader, count: number): Uint8Array => {
  need(input, count)
  const bytes = input.bytes.slice(input.at, input.at + count)
  input.at += count
  return bytes
}

const mostPointers = 126
const longestName = 255

/** Reads a name, following pointers; a pointer may only lead backwards, and the whole is bounded. */
export const readName = (input: Reader): string => {
  let name = ''
  let after: number | undefined
  let length = 1
  for (let jumps = 0; ; ) {
    const size = read8(input)
    if (size === 0) break
    if ((size & 0xc0) === 0xc0) {
      const target = ((size & 0x3f) << 8) | read8(input)
      if (target >= input.at - 2 || ++jumps > mostPointers) throw new WireError('bad compression pointer')
      after ??= input.at
      input.at = target
      continue
    }
    if (size > 63) throw new WireError('bad label type')
    length += size + 1
    if (length > longestName) throw new WireError('name is too long')
    name += `${readLabel(input, size)}.`
  }
  input.at = after ?? input.at
  return name === '' ? '.' : name
}

const readLabel = (input: Reader, size: number): string => {
  need(input, size)
  let label = ''
  for (const end = input.at + size; input.at < end; input.at++) label += characters[input.bytes[input.at] ?? 0]
  return label
}

const special = ' .\'@;()"\\'

// RFC 4343: a byte that is not printable is three digits.
const characterOf = (byte: number): string => {
  if (byte < 32 || byte > 126) return `\\${String(byte).padStart(3, '0')}`
  const character = String.fromCharCode(byte)
  return special.includes(character) ? `\\${character}` : character
}

const characters: readonly string[] = Array.from({ length: 256 }, (_, byte) => characterOf(byte))
