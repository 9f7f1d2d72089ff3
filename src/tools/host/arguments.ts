import { recordClass, recordType } from '../bind/record-types.ts'

export interface HostOptions {
  readonly name: string
  readonly server?: string | undefined
  readonly type: string
  readonly class: string
  /** A type or class was told, so only that is asked. */
  readonly typed: boolean
  readonly verbose: boolean
  readonly recurse: boolean
  readonly tcp?: boolean | undefined
  readonly port: number
  readonly tries: number
  readonly timeout?: number | undefined
  readonly ndots?: number | undefined
  readonly passServfail: boolean
}

type Refusal = { readonly err: string; readonly code: number }

/** Reads host's words: letters with or without a value, then a name and perhaps a server. */
export const parseHostArguments = (argv: readonly string[]): HostOptions | Refusal => {
  let options: Partial<HostOptions> = {}
  const words: string[] = []
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (!word.startsWith('-') || word === '-') {
      words.push(word)
      continue
    }
    const { letters, value } = splitWord(word)
    const takesNext = value === ''
    if (takesNext) at += 1
    const changes = [...letters].map(letter => plain[letter]?.(options) ?? valued[letter]?.(value || (argv[at] ?? '')))
    for (const change of changes) {
      if (!change) return { err: usage, code: 1 }
      if ('err' in change) return change
      options = { ...options, ...change }
    }
  }
  const [name, server] = words
  return name ? { ...defaults, ...options, name, server } : { err: usage, code: 1 }
}

/** The letters of a word, and what follows the first that wants a value: nothing, if that is the next word. */
const splitWord = (word: string): { letters: string; value?: string } => {
  const at = [...word].findIndex((letter, index) => index > 0 && letter in valued)
  return at < 0 ? { letters: word.slice(1) } : { letters: word.slice(1, at + 1), value: word.slice(at + 1) }
}

const defaults = {
  type: 'A',
  class: 'IN',
  typed: false,
  verbose: false,
  recurse: true,
  port: 53,
  tries: 2,
  passServfail: true,
}

const plain: Readonly<Record<string, (options: Partial<HostOptions>) => Partial<HostOptions> | Refusal>> = {
  4: () => ({}),
  6: () => ({}),
  a: ({ type }) => ({ type: type === 'AXFR' ? type : 'ANY', verbose: true, typed: true }),
  A: ({ type }) => ({ type: type === 'AXFR' ? type : 'ANY', verbose: true, typed: true }),
  C: () => ({ err: "host: kubesim's host does not know how to do -C\n", code: 1 }),
  d: () => ({ verbose: true }),
  i: () => ({}),
  l: () => ({ type: 'AXFR', tcp: true, typed: true }),
  n: () => ({}),
  r: () => ({ recurse: false }),
  s: () => ({ passServfail: false }),
  T: () => ({ tcp: true }),
  U: () => ({ tcp: false }),
  v: () => ({ verbose: true }),
  V: () => ({ err: 'host 9.18.49-1~deb12u3-Debian\n', code: 0 }),
  w: () => ({ timeout: 2147483647 }),
}

const valued: Readonly<Record<string, (value: string) => Partial<HostOptions> | Refusal>> = {
  c: value => {
    const found = recordClass(value)
    return found ? { class: found, typed: true } : { err: `host: invalid class: ${value}\n\n`, code: 2 }
  },
  m: () => ({}),
  N: value => ({ ndots: leadingNumber(value) }),
  p: value => ({ port: leadingNumber(value) }),
  R: value => ({ tries: Math.max(2, leadingNumber(value) + 1) }),
  t: value => {
    const type = recordType(value)
    if (!type) return { err: `host: invalid type: ${value}\n\n`, code: 2 }
    return { type, typed: true, ...(type === 'AXFR' && { verbose: true, tcp: true }) }
  },
  W: value => ({ timeout: Math.max(1, leadingNumber(value)) }),
}

/** As C's atoi: what is no number is 0. */
const leadingNumber = (value: string): number => Number.parseInt(value, 10) || 0

const usage = `Usage: host [-aCdilrTvVw] [-c class] [-N ndots] [-t type] [-W time]
            [-R number] [-m flag] [-p port] hostname [server]
       -a              everything, at length: -v -t ANY
       -c class        a class other than IN
       -d, -v          at length
       -l              the hosts of a zone, by AXFR
       -N ndots        dots that make a name be asked as it stands
       -p port         the port of the server
       -r              no recursion
       -R number       tries again over UDP
       -s              a SERVFAIL ends it
       -t type         the type
       -T, -U          over TCP, over UDP
       -V              the version
       -w, -W time     wait for ever, wait so many seconds
`
