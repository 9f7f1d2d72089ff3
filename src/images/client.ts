import type { Executed } from '../api/behaviour.ts'

type UsualPort = Pick<Client, 'port' | 'portLetter'>

/** A program of a server's image that asks one like it whether it is alive, be it here or elsewhere. */
export interface Client {
  /** The server's port where the words name none. */
  readonly port: number
  /** The letter of the flag that names another one. */
  readonly portLetter: string
  /** What it says where nobody answers at `host` and `port`; `program` is the name that it was called by. */
  fails(place: ServerPlace, why: Trouble, program: string): Executed
  /** What it asks a server; undefined where it is told to do what nobody knows of it. */
  asks?(command: readonly string[], stdin: string): ServerQuestion | undefined
}

/** What goes to a server, and what its client makes of what comes back. A byte is a character. */
export interface ServerQuestion {
  readonly bytes: string
  told(answer: string, place: ServerPlace): Executed
}

/** As the C library has it. */
export type Trouble = 'Connection refused' | 'Connection timed out' | 'Name or service not known'

export interface ServerPlace {
  readonly host: string
  readonly port: number
}

/** The words that are no flags, from the first of them on: what a client is to do. */
export const flagless = (words: readonly string[], valued: readonly string[]): readonly string[] => {
  let at = 0
  while (words[at]?.startsWith('-')) at += valued.includes(words[at] ?? '') ? 2 : 1
  return words.slice(at)
}

/** The server elsewhere that the words of a client name: `-h db -p 5433`, `--host=db`; undefined if it is the one here. */
export const serverIn = (words: readonly string[], { port, portLetter }: UsualPort): ServerPlace | undefined => {
  const host = valueOfFlag(words, 'h', 'host')
  if (host === undefined || host === 'localhost' || host === '127.0.0.1' || host.startsWith('/')) return undefined
  return { host, port: Number(valueOfFlag(words, portLetter, 'port') ?? port) }
}

/** The server here, as the words of a client name it. */
export const serverHere = (words: readonly string[], { port, portLetter }: UsualPort): ServerPlace => ({
  host: valueOfFlag(words, 'h', 'host') ?? '127.0.0.1',
  port: Number(valueOfFlag(words, portLetter, 'port') ?? port),
})

/** The value of a flag as C programs take it: `-h db`, `-hdb`, `--host db`, `--host=db`. */
export const valueOfFlag = (words: readonly string[], letter: string, name: string): string | undefined => {
  for (const [index, word] of words.entries()) {
    if (word === `-${letter}` || word === `--${name}`) return words[index + 1]
    if (word.startsWith(`--${name}=`)) return word.slice(name.length + 3)
    if (word.startsWith(`-${letter}`) && !word.startsWith('--')) return word.slice(2)
  }
  return undefined
}
