import { statusLine } from '../http/reply-head.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { CurlUsageError, readWords, type Typed } from './arguments.ts'
import type { CurlError } from './curl-error.ts'
import { type CurlOptions, curlVersion, optionsOf } from './options.ts'
import { progressMeter } from './progress-meter.ts'
import { lineOf, type Open, type Transferred, transfer } from './transfer.ts'
import { writeOut } from './write-out.ts'

/** curl, as version 7.88 speaks and fails. */
export const curl: Run = async (argv, world) => {
  try {
    const typed = readWords(argv)
    if (typed.values.has('version')) return version(world)
    if (typed.values.has('help')) return help(world)
    const options = optionsOf(typed, world.files)
    if (typed.urls.length === 0) return usage(world, undefined)
    return await fetchAll(typed, options, world)
  } catch (error) {
    if (error instanceof CurlUsageError) return usage(world, error)
    throw error
  }
}

const version = ({ out }: ToolWorld): number => {
  out.write(`curl ${curlVersion} (simulated by kubesim)\nProtocols: http https\n`)
  return 0
}

const help = ({ out }: ToolWorld): number => {
  out.write('Usage: curl [options...] <url>\n')
  return 0
}

const usage = ({ err }: ToolWorld, error: CurlUsageError | undefined): number => {
  if (error) err.write(`curl: ${error.message}\n`)
  err.write("curl: try 'curl --help' or 'curl --manual' for more information\n")
  return 2
}

const fetchAll = async ({ urls }: Typed, options: CurlOptions, world: ToolWorld): Promise<number> => {
  const pool = new Map<string, Open>()
  const say = (text: string): void => {
    if (options.verbose) world.err.write(`* ${text}\n`)
  }
  for (const [place, addresses] of options.resolve) say(`Added ${place}:${addresses.join(',')} to DNS cache`)
  let code = 0
  for (const [index, url] of urls.entries()) {
    const result = await withRetries({ world, options, pool, say, url })
    code = report(result, { url, options, world, output: outputOf(options, url, index) })
    const { exchanges, error } = result
    const last = exchanges.at(-1)
    if (last && (!error || error.code === 22)) say(`Connection #${pool.size - 1} to host ${last.url.host} left intact`)
  }
  return code
}

interface Fetching {
  readonly world: ToolWorld
  readonly options: CurlOptions
  readonly pool: Map<string, Open>
  readonly url: string
  say(text: string): void
}

const withRetries = async ({ url, ...transferring }: Fetching): Promise<Transferred> => {
  const { world, options } = transferring
  let delay = options.retryDelay
  for (let left = options.retries; ; left--) {
    const result = await transfer(transferring, url)
    if (left === 0 || !isRetried(result, options)) return result
    if (result.error && options.showError) world.err.write(`curl: (${result.error.code}) ${result.error.message}\n`)
    if (!options.silent) {
      const reason = result.error ? reasons[result.error.kind] : 'HTTP error'
      world.err.write(`Warning: Problem: ${reason}. Will retry in ${delay / 1000} seconds. ${left} retries left.\n`)
    }
    world.wait(delay)
    // The pauses double, unless --retry-delay says otherwise.
    delay *= 2
  }
}

const reasons = { lasting: 'error', passing: 'timeout', refused: 'connection refused' }

const isRetried = ({ error, exchanges }: Transferred, { retryRefused, retryAll }: CurlOptions): boolean => {
  const status = exchanges.at(-1)?.response.status ?? 0
  if (!error) return status === 408 || status === 429 || [500, 502, 503, 504].includes(status)
  return retryAll || error.kind === 'passing' || (error.kind === 'refused' && retryRefused)
}

const outputOf = ({ outputs, remoteName }: CurlOptions, url: string, index: number): string | undefined =>
  outputs[index] ??
  (remoteName
    ? url
        .replace(/[?#].*$/s, '')
        .split('/')
        .at(-1)
    : undefined)

interface Reporting {
  readonly url: string
  readonly options: CurlOptions
  readonly world: ToolWorld
  readonly output: string | undefined
}

/** Prints what came, says what failed, gives the exit code. */
const report = (result: Transferred, { url, options, world, output }: Reporting): number => {
  const { out, err } = world
  const text = contentOf(result, options)
  if (output === '') {
    err.write('curl: Remote file name has no length!\n')
    return 23
  }
  if (output !== undefined && output !== '-') {
    if (!options.silent && !options.verbose) err.write(progressMeter(result))
    if (output !== '/dev/null') world.files.write(output, text)
  } else out.write(text)
  if (result.error && options.showError) err.write(`curl: ${told(result.error)}\n`)
  if (options.writeOut !== undefined) {
    const written = writeOut(options.writeOut, { ...result, url, localAddress: world.address })
    for (const name of written.unknown) err.write(`curl: unknown --write-out variable: '${name}'\n`)
    out.write(written.text)
  }
  return result.error?.code ?? 0
}

const told = ({ code, message }: CurlError): string => `(${code}) ${message}`

const contentOf = ({ exchanges, error }: Transferred, { include, follow, fail, head }: CurlOptions): string =>
  exchanges
    .map((exchanged, index) => {
      const { response, headers } = exchanged
      const isLast = index === exchanges.length - 1
      const top = include ? `${[statusLine(response), ...headers.map(lineOf), ''].join('\r\n')}\r\n` : ''
      // -f keeps back what came with an error; of a redirection that is followed nobody wants to see the page.
      const isHidden = head || (follow && !isLast) || (fail && error !== undefined)
      return fail && error ? '' : top + (isHidden ? '' : response.body)
    })
    .join('')
