/** A command as a client sends it, and how many bytes it was; no words where the line was empty. */
export interface RedisCommand {
  readonly words: readonly string[]
  readonly taken: number
}

export interface ProtocolFault {
  readonly fault: string
}

/** The command that bytes begin with, be it an array of strings or a line; undefined if it is not whole yet. */
export const commandIn = (bytes: string): RedisCommand | ProtocolFault | undefined =>
  bytes.startsWith('*') ? arrayIn(bytes) : lineIn(bytes)

const lineIn = (bytes: string): RedisCommand | ProtocolFault | undefined => {
  const end = bytes.indexOf('\n')
  if (end < 0) return undefined
  const line = bytes.slice(0, end).trim()
  const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"(?=\s|$)|'([^']*)'(?=\s|$)|([^\s"']+)/g)]
  const isWhole = line.replace(/"(?:[^"\\]|\\.)*"(?=\s|$)|'[^']*'(?=\s|$)|[^\s"']+/g, '').trim() === ''
  if (!isWhole) return { fault: 'unbalanced quotes in request' }
  return { words: words.map(([, double, single, plain]) => double ?? single ?? plain ?? ''), taken: end + 1 }
}

const arrayIn = (bytes: string): RedisCommand | ProtocolFault | undefined => {
  const head = lengthAt(bytes, 0)
  if (!head) return undefined
  if (Number.isNaN(head.length)) return { fault: 'invalid multibulk length' }
  const words: string[] = []
  let at = head.next
  while (words.length < head.length) {
    const found = bytes[at] ?? '$'
    if (found !== '$') return { fault: `expected '$', got '${found}'` }
    const size = lengthAt(bytes, at)
    if (!size) return undefined
    if (!(size.length >= 0)) return { fault: 'invalid bulk length' }
    if (bytes.length < size.next + size.length + 2) return undefined
    words.push(bytes.slice(size.next, size.next + size.length))
    at = size.next + size.length + 2
  }
  return { words, taken: at }
}

/** The number in the line behind a sign, and where the next line begins. */
const lengthAt = (bytes: string, at: number): { readonly length: number; readonly next: number } | undefined => {
  const end = bytes.indexOf('\r\n', at)
  if (end < 0) return undefined
  const digits = bytes.slice(at + 1, end)
  return { length: /^-?\d+$/.test(digits) ? Number(digits) : Number.NaN, next: end + 2 }
}

export const simple = (text: string): string => `+${text}\r\n`
export const failure = (text: string): string => `-ERR ${text}\r\n`
export const whole = (number: number | bigint): string => `:${number}\r\n`
export const bulk = (bytes: string | undefined): string =>
  bytes === undefined ? '$-1\r\n' : `$${bytes.length}\r\n${bytes}\r\n`
export const array = (words: readonly string[]): string => `*${words.length}\r\n${words.map(bulk).join('')}`
