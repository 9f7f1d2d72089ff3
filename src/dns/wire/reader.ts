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
  const labels: string[] = []
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
    labels.push(readLabel(input, size))
  }
  input.at = after ?? input.at
  return `${labels.join('.')}.`
}

const readLabel = (input: Reader, size: number): string => {
  need(input, size)
  let label = ''
  for (const end = input.at + size; input.at < end; input.at++) label += characterOf(input.bytes[input.at] ?? 0)
  return label
}

const special = new Set([...' .\'@;()"\\'].map(character => character.charCodeAt(0)))

// RFC 4343: a byte that is not printable is three digits.
const characterOf = (byte: number): string => {
  if (byte < 32 || byte > 126) return `\\${String(byte).padStart(3, '0')}`
  return special.has(byte) ? `\\${String.fromCharCode(byte)}` : String.fromCharCode(byte)
}
