import { statusLine } from '../http/reply-head.ts'
import type { ToolWorld } from '../tool.ts'
import { CurlError } from './curl-error.ts'
import { type Exchanged, lineOf } from './exchange.ts'
import type { CurlOptions } from './options.ts'
import { isRedirection } from './redirect.ts'
import type { Transferred } from './transfer.ts'
import { writeOut } from './write-out.ts'

export interface Reporting {
  readonly url: string
  /** Which of the URLs it is, from 0. */
  readonly number: number
  /** The file that its body goes to; undefined is stdout. */
  readonly output: string | undefined
  readonly options: CurlOptions
  readonly world: ToolWorld
}

/** Prints what came or saves it, says what failed, gives the exit code. */
export const report = (result: Transferred, reporting: Reporting): number => {
  const { options, world, url, number, output } = reporting
  const error = deliver(result, reporting) ?? result.error
  if (error && options.showError) world.err.write(`curl: (${error.code}) ${error.message}\n`)
  if (options.writeOut !== undefined) {
    const { follow: isFollowing, word, kind } = options
    const place = { number, output, localAddress: world.address, isFollowing, method: word ?? kind }
    const facts = { ...result, ...place, error, typed: url }
    const { out, err, unknown } = writeOut(options.writeOut, facts)
    for (const name of unknown) world.err.write(`curl: unknown --write-out variable: '${name}'\n`)
    world.out.write(out)
    world.err.write(err)
  }
  return error?.code ?? 0
}

const deliver = (result: Transferred, { options, world, output }: Reporting): CurlError | undefined => {
  const { out } = world
  if (options.dumpHeader !== undefined) {
    const heads = result.exchanges.map(headOf).join('')
    if (options.dumpHeader === '-') out.write(heads)
    else world.files.write(options.dumpHeader, heads)
  }
  const text = contentOf(result, options)
  const isFile = output !== undefined && output !== '-'
  if (!isFile) out.write(text)
  return isFile && output !== '/dev/null' && text !== '' ? saved(output, text, { options, world }) : undefined
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
      const isPassed = follow && isRedirection(exchanged.response)
      const isHidden = head || isPassed || (fail && isLast && error !== undefined)
      return (include ? headOf(exchanged) : '') + (isHidden ? '' : exchanged.response.body)
    })
    .join('')
