import { bigEndian, fromBigEndian } from '../big-endian.ts'

/** A message of PostgreSQL's protocol: a letter, its length, its content. A byte is a character. */
export const message = (letter: string, content: string): string =>
  `${letter}${bigEndian(content.length + 4, 4)}${content}`

/** What a server says before it hangs up. */
export const fatal = (code: string, text: string): string => message('E', `SFATAL\0VFATAL\0C${code}\0M${text}\0\0`)

/** What it says to a request that it cannot do. */
export const failure = (code: string, text: string): string => message('E', `SERROR\0VERROR\0C${code}\0M${text}\0\0`)

export const authentication = (kind: number, content = ''): string => message('R', bigEndian(kind, 4) + content)
export const parameter = (name: string, value: string): string => message('S', `${name}\0${value}\0`)
export const readyForQuery = message('Z', 'I')

/** What a client opens a connection with. */
export interface Startup {
  readonly code: number
  readonly taken: number
  /** The user that it wants to be; unset where it names none. */
  readonly user?: string | undefined
}

/** The opening that bytes begin with: `wrong` where it is none, undefined if it is not whole yet. */
export const startupIn = (bytes: string): Startup | 'wrong' | undefined => {
  if (bytes.length < 4) return undefined
  const taken = fromBigEndian(bytes.slice(0, 4))
  if (taken < 8 || taken > 10_000) return 'wrong'
  if (bytes.length < taken) return undefined
  const words = bytes.slice(8, taken).split('\0')
  const at = words.findIndex((word, index) => word === 'user' && index % 2 === 0)
  return { code: fromBigEndian(bytes.slice(4, 8)), taken, user: at < 0 ? undefined : words[at + 1] }
}
