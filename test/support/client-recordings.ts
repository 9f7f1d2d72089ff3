import { readFileSync } from 'node:fs'

/** One command of a recording of DNS clients. */
export interface Recorded {
  /** The program as the recording calls it: `busybox-1.37.0`, `dig`. */
  readonly program: string
  readonly words: readonly string[]
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  /** How long it took. */
  readonly seconds: number
}

/** The commands of a file in test/cases/dns-client-output, in their order. */
export const readRecordings = (file: string): readonly Recorded[] =>
  readFileSync(new URL(`../cases/dns-client-output/${file}`, import.meta.url), 'utf8')
    .split(/^##### /m)
    .slice(1)
    .map(text => text.replaceAll('<TAB>', '\t'))
    .map(parseCommand)

const parseCommand = (text: string): Recorded => {
  const [, command = '', code = '', seconds = '', rest = ''] =
    /^(.*?) -> exit (-?\d+) {2}\((\d+)\.\ds\)\n([\s\S]*)$/.exec(text) ?? []
  const [program = '', ...words] = command.split(' ')
  const body = rest.replace(/^#####\n?/m, '')
  const [stdout = '', stderr = ''] = body.replace(/^--- stdout\n/, '').split(/^--- stderr\n/m)
  return { program, words, code: Number(code), stdout, stderr, seconds: Number(seconds) }
}
