import { statusLine } from '../http/reply-head.ts'
import type { ToolWorld } from '../tool.ts'
import { CurlError } from './curl-error.ts'
import type { CurlOptions } from './options.ts'
import { progressMeter } from './progress-meter.ts'
import { type Exchanged, lineOf, type Transferred } from './transfer.ts'
import { writeOut } from './write-out.ts'

export interface Reporting {
  readonly url: string
  /** Which of the URLs it is, from 0. */
  readonly number: number
  readonly options: CurlOptions
  readonly world: ToolWorld
}

/** Prints what came or saves it, says what failed, gives the exit code. */
export const report = (result: Transferred, reporting: Reporting): number => {
  const { options, world, url, number } = reporting
  const output = outputOf(options, url, number)
  const error = deliver(result, output, reporting) ?? result.error
  if (error && options.showError) world.err.write(`curl: (${error.code}) ${error.message}\n`)
  if (options.writeOut !== undefined) {
    const facts = { ...result, error, url, number, output, localAddress: world.address }
    const { out, err, unknown } = writeOut(options.writeOut, facts)
    for (const name of unknown) world.err.write(`curl: unknown --write-out variable: '${name}'\n`)
    world.out.write(out)
    world.err.write(err)
  }
  return error?.code ?? 0
}

/** The file that a body goes to; undefined is stdout. */
export const outputOf = ({ outputs, remoteName }: CurlOptions, url: string, number: number): string | undefined =>
  outputs[number] ??
  (remoteName
    ? url
        .replace(/[?#].*$/s, '')
        .split('/')
        .at(-1)
    : undefined)

const deliver = (
  result: Transferred,
  output: string | undefined,
  { options, world }: Reporting,
): CurlError | undefined => {
  const { out, err } = world
  if (options.dumpHeader !== undefined) {
    const heads = result.exchanges.map(headOf).join('')
    if (options.dumpHeader === '-') out.write(heads)
    else world.files.write(options.dumpHeader, heads)
  }
  const text = contentOf(result, options)
  const isFile = output !== undefined && output !== '-'
  if (!isFile) out.write(text)
  const failure = isFile && output !== '/dev/null' && text !== '' ? saved(output, text, { options, world }) : undefined
  if (isFile && !options.silent && !options.verbose) err.write(progressMeter(result))
  return failure
}

const saved = (
  path: string,
  text: string,
  { options, world }: Pick<Reporting, 'options' | 'world'>,
): CurlError | undefined => {
  try {
    world.files.write(path, text)
    return undefined
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (!options.silent) world.err.write(`Warning: Failed to open the file ${path}: ${reasonOf(error)}\n`)
    return new CurlError(23, 'Failure writing output to destination')
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'Permission denied',
  EISDIR: 'Is a directory',
  ENOENT: 'No such file or directory',
  ENOTDIR: 'Not a directory',
}

const reasonOf = (error: Error & { readonly code?: string }): string => reasons[error.code ?? ''] ?? error.message

const headOf = ({ response, headers }: Exchanged): string =>
  `${[statusLine(response), ...headers.map(lineOf), ''].join('\r\n')}\r\n`

const contentOf = ({ exchanges, error }: Transferred, { include, follow, fail, head }: CurlOptions): string =>
  exchanges
    .map((exchanged, index) => {
      const isLast = index === exchanges.length - 1
      // -f keeps back what came with an error; of a redirection that is followed nobody wants to see the page.
      const isPassed = follow && (!isLast || error?.code === 47)
      const isHidden = head || isPassed || (fail && isLast && error !== undefined)
      return (include ? headOf(exchanged) : '') + (isHidden ? '' : exchanged.response.body)
    })
    .join('')
