import { fromLittleEndian, littleEndian } from '../big-endian.ts'

/** A packet of MySQL's protocol: its length, its number, its content. A byte is a character. */
export const packet = (number: number, content: string): string =>
  `${littleEndian(content.length, 3)}${littleEndian(number, 1)}${content}`

export interface Packet {
  readonly number: number
  readonly content: string
  readonly taken: number
}

/** The packet that bytes begin with; undefined if it is not whole yet. */
export const packetIn = (bytes: string): Packet | undefined => {
  const taken = 4 + fromLittleEndian(bytes.slice(0, 3))
  if (bytes.length < 4 || bytes.length < taken) return undefined
  return { number: bytes.charCodeAt(3), content: bytes.slice(4, taken), taken }
}

export const okPacket = (number: number): string => packet(number, '\0\0\0\x02\0\0\0')

export const errorPacket = (number: number, { code, state, text }: ServerFault): string =>
  packet(number, `\xff${littleEndian(code, 2)}#${state}${text}`)

export interface ServerFault {
  readonly code: number
  readonly state: string
  readonly text: string
}

export interface Greeting {
  readonly version: string
  /** Twenty characters that a password is mixed with. */
  readonly salt: string
  readonly plugin: string
}

// Protocol 4.1, long passwords, databases, transactions, secure connections, authentication by plugin.
const abilities = 0x0008_a20d

/** What a server opens a connection with. */
export const greeting = ({ version, salt, plugin }: Greeting): string =>
  packet(
    0,
    [
      `\x0a${version}\0`,
      littleEndian(8, 4),
      `${salt.slice(0, 8)}\0`,
      littleEndian(abilities & 0xffff, 2),
      '\xff\x02\0',
      littleEndian(abilities >>> 16, 2),
      '\x15',
      '\0'.repeat(10),
      `${salt.slice(8)}\0`,
      `${plugin}\0`,
    ].join(''),
  )

/** Who logs in, and whether with a password. */
export const loginIn = (content: string): { readonly user: string; readonly hasPassword: boolean } => {
  const [user = ''] = content.slice(32).split('\0')
  return { user, hasPassword: content.charCodeAt(32 + user.length + 1) > 0 }
}
