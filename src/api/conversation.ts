import type { Pod } from './generated/types.ts'

/** What came to a port that does not speak HTTP. A byte is a character, as in Latin-1. */
export interface Heard {
  readonly protocol: 'TCP' | 'UDP'
  readonly port: number
  /** What came over the connection and was taken. */
  readonly before: string
  /** What was not taken yet: nothing when the connection opens. Of UDP it is a packet. */
  readonly bytes: string
  /** Whom the container takes the sender for: `10.244.1.2:40312`. */
  readonly client?: string | undefined
}

/** What a container says to it. */
export interface Said {
  /** How many of the bytes it has dealt with; the others come again with what follows them. */
  readonly taken: number
  readonly bytes: string
  /** Whether it ends the connection then. */
  readonly closes?: boolean | undefined
  /** The pod as it is left, where something changed; whoever carries the bytes writes it. */
  readonly leaves?: Pod | undefined
  /** What the container prints of it. */
  readonly lines?: readonly string[] | undefined
}

/** Nothing is said, and more is waited for. */
export const listening: Said = { taken: 0, bytes: '' }

/** Text as the bytes that carry it, and back. */
export const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')
export const textOf = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8')
