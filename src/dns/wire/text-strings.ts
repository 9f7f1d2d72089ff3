import { WireError } from './wire-error.ts'

/** The character strings of a TXT record: `"a b" c` is two. Quotes keep blanks, `\"` and `\065` are single bytes. */
export const parseStrings = (data: string): readonly Uint8Array[] => {
  const strings = [...data.matchAll(/"((?:\\[\s\S]|[^"\\])*)"|((?:\\[\s\S]|[^\s"\\])+)/g)]
  return strings.map(([, quoted, bare]) => {
    const bytes = unescaped(quoted ?? bare ?? '')
    if (bytes.length > 255) throw new WireError('string is too long')
    return bytes
  })
}

const unescaped = (text: string): Uint8Array => {
  const bytes: number[] = []
  for (const [part, digits, escaped] of text.matchAll(/\\(\d{3})|\\([\s\S])|[^\\]+/g)) {
    if (digits !== undefined) bytes.push(Number(digits) & 255)
    else bytes.push(...new TextEncoder().encode(escaped ?? part))
  }
  return Uint8Array.from(bytes)
}

/** A character string in quotes. */
export const formatString = (bytes: Uint8Array): string => `"${Array.from(bytes, character).join('')}"`

const character = (byte: number): string => {
  if (byte === 34 || byte === 92) return `\\${String.fromCharCode(byte)}`
  return byte < 32 || byte > 126 ? `\\${String(byte).padStart(3, '0')}` : String.fromCharCode(byte)
}
