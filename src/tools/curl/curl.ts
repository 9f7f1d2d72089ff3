import type { Run, ToolWorld } from '../tool.ts'
import { CurlUsageError, readWords, type Typed } from './arguments.ts'
import { CurlError } from './curl-error.ts'
import { expandUrl } from './expand-url.ts'
import { methodClash } from './method-clash.ts'
import { type CurlOptions, curlVersion, optionsOf } from './options.ts'
import { type Target, withOutput } from './output-file.ts'
import { type Meter, noMeter, progressBar, progressMeter } from './progress-meter.ts'
import { report } from './report.ts'
import { type Transferred, transfer } from './transfer.ts'
import type { Open } from './transferring.ts'

/** curl, as version 7.88 speaks and fails. */
export const curl: Run = async (argv, world) => {
  let typed: Typed | undefined
  try {
    typed = readWords(argv)
    return await run(typed, world)
  } catch (error) {
    if (error instanceof CurlUsageError) return usage(world, error)
    if (!(error instanceof CurlError)) throw error
    const isQuiet = typed?.values.has('silent') && !typed.values.has('show-error')
    if (!isQuiet) world.err.write(`curl: (${error.code}) ${error.message}\n`)
    return error.code
  }
}

const run = async (typed: Typed, world: ToolWorld): Promise<number> => {
  const { values } = typed
  if (values.has('version')) return version(world)
  if (values.has('help')) return help(world)
  const clash = methodClash(typed)
  if (clash) {
    if (!values.has('silent')) world.err.write(clash)
    return 2
  }
  if (values.has('fail') && values.has('fail-with-body')) return bothFail(world)
  const options = optionsOf(typed, world)
  if (typed.urls.length === 0) return usage(world, undefined)
  const expand = values.has('globoff') ? (url: string) => [{ url, parts: [] }] : expandUrl
  if (options.verbose && options.word === options.kind && !options.silent) {
    world.err.write(`Note: Unnecessary use of -X or --request, ${options.kind} is already inferred.\n`)
  }
  const targets = typed.urls.flatMap((url, number) => expand(url).map(each => withOutput(each, number, options)))
  return fetchAll(targets, options, world)
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

const bothFail = (world: ToolWorld): number => {
  world.err.write('curl: You must select either --fail or --fail-with-body, not both.\n')
  return usage(world, new CurlUsageError('option --fail-with-body: is badly used here'))
}

const fetchAll = async (targets: readonly Target[], options: CurlOptions, world: ToolWorld): Promise<number> => {
  const pool = new Map<string, Open>()
  const say = (text: string): void => {
    if (options.verbose) world.err.write(`* ${text}\n`)
  }
  let code = 0
  for (const [number, { url, output }] of targets.entries()) {
    if (output === '') return nameless(options, world)
    const meter = meterOf(options, output, world)
    meter.start()
    for (const line of options.resolve.told(number === 0)) say(line)
    const result = await withRetries({ world, options, pool, say, meter, url })
    code = report(result, { url, output, options, world, number })
    if (code !== 0 && options.failEarly) return code
  }
  return code
}

/** What prints to the terminal shows by itself how far it is. */
const meterOf = ({ meter }: CurlOptions, output: string | undefined, { err }: ToolWorld): Meter => {
  if (meter === 'none' || output === undefined || output === '-') return noMeter
  return meter === 'bar' ? progressBar(err) : progressMeter(err)
}

/** -O of a URL that ends with a slash. */
const nameless = ({ showError, silent }: CurlOptions, { err }: ToolWorld): number => {
  if (!silent) err.write('curl: Remote file name has no length!\n')
  if (showError) err.write('curl: (23) Failed writing received data to disk/application\n')
  return 23
}

interface Fetching {
  readonly world: ToolWorld
  readonly options: CurlOptions
  readonly pool: Map<string, Open>
  readonly meter: Meter
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
