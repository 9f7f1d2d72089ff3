import type { Command } from 'commander'
import { goQuote } from '../../util/go-quote.ts'
import { Failure } from '../errors.ts'

export interface RawFlags {
  readonly raw: string
}

/** What else was typed, as far as --raw does not go with it. */
interface Others {
  readonly filename?: readonly string[]
  readonly recursive?: boolean
  readonly selector?: string
  readonly output?: string
  readonly edit?: boolean
}

/** Adds `--raw`. */
export const declareRaw = (command: Command, does: string): Command =>
  command.option('--raw <path>', `Send what a file holds to this path of the API (${does}) and print the answer.`, '')

/** Refuses what makes no sense beside --raw. `file` is whether one has to be named. */
export const checkRaw = ({ raw, ...others }: RawFlags & Others, file: 'required' | 'optional' = 'required'): void => {
  const { filename = [], recursive, selector, output, edit } = others
  if (edit) throw new Failure('--raw and --edit are mutually exclusive')
  if (filename.length > 1 || (filename.length === 0 && file === 'required')) {
    throw new Failure('--raw can only use a single local file or stdin')
  }
  if (filename.some(name => /^https?:\/\//.test(name))) throw new Failure('--raw cannot read from a url')
  if (recursive) throw new Failure('--raw and --recursive are mutually exclusive')
  if (selector) throw new Failure('--raw and --selector (-l) are mutually exclusive')
  if (output) throw new Failure('--raw and --output are mutually exclusive')
  checkRawPath(raw)
}

/** Refuses what is no path. */
export const checkRawPath = (path: string): void => {
  if (path.startsWith('/')) return
  throw new Failure(`--raw must be a valid URL path: parse ${goQuote(path)}: invalid URI for request`)
}
