import type { Dialled } from '../http/dial.ts'
import { replyHeaders, statusLine } from '../http/reply-head.ts'
import { type HttpUrl, readUrl } from '../http/url.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { readWget, type WgetOptions, WgetUsageError } from './arguments.ts'
import { type Got, get } from './get.ts'

/** wget as busybox has it: few words, and exit code 1 for everything. */
export const busyboxWget: Run = async (argv, world) => {
  try {
    const options = readWget(argv)
    if (options.urls.length === 0) throw new WgetUsageError('missing URL')
    for (const typed of options.urls) {
      const code = await fetchOne(typed, options, world)
      if (code !== 0) return code
    }
    return 0
  } catch (error) {
    if (!(error instanceof WgetUsageError)) throw error
    world.err.write(error.message === 'missing URL' ? usage : `wget: ${error.message}\n${usage}`)
    return 1
  }
}

const usage =
  'Usage: wget [-cqS] [--spider] [-O FILE] [-o LOGFILE] [--header STR]\n\t[--post-data STR] [-Y on/off] [-T SEC] URL...\n'

const fetchOne = async (typed: string, options: WgetOptions, world: ToolWorld): Promise<number> => {
  const { err } = world
  const fail = (text: string): number => {
    err.write(`wget: ${text}\n`)
    return 1
  }
  const url = readUrl(typed)
  if (!url) return fail(`bad address '${typed}'`)
  if (url.scheme !== 'http' && url.scheme !== 'https') return fail(`not an http or ftp url: ${typed}`)
  const tell = (text: string): void => {
    if (!options.quiet) err.write(`${text}\n`)
  }
  const got = await get(
    world,
    url,
    { ...options, insecure: true },
    {
      dialled(asked, dialled) {
        if (dialled.outcome !== 'unresolved')
          tell(`Connecting to ${asked.host} (${place(dialled.attempts[0]?.address, asked)})`)
        if (dialled.outcome === 'connected' && asked.scheme === 'https' && !options.insecure)
          err.write('wget: note: TLS certificate validation not implemented\n')
      },
      replied(_, response) {
        if (!options.showHeaders) return
        const lines = [
          statusLine(response),
          ...replyHeaders(response, world.clock.now()).map(([name, value]) => `${name}: ${value}`),
        ]
        for (const line of lines) err.write(`  ${line}\n`)
      },
    },
  )
  if (got.outcome !== 'replied') return fail(problemOf(got, options))
  if (got.response.status >= 400) return fail(`server returned error: ${statusLine(got.response)}`)
  if (options.spider) tell('remote file exists')
  else save(got.response.body, got.url, { options, world, tell })
  return 0
}

const place = (address = '', { port }: HttpUrl): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`

const problemOf = (got: Exclude<Got, { outcome: 'replied' }>, { timeout }: WgetOptions): string => {
  if (got.outcome === 'failed') return connectProblem(got.dialled, got.url, timeout)
  if (got.outcome === 'silent') return 'error getting response'
  return got.outcome === 'tooMany' ? 'too many redirections' : 'TLS error from peer'
}

const connectProblem = (dialled: Dialled, { host }: HttpUrl, timeout: number | undefined): string => {
  if (dialled.outcome === 'unresolved') return `bad address '${host}'`
  if (dialled.outcome === 'connected') return ''
  const { connection, address } = dialled.last
  // -T ends it before the kernel does.
  if (dialled.outcome === 'timeout' && timeout !== undefined && timeout < connection.milliseconds)
    return 'download timed out'
  const words = { refused: 'Connection refused', timeout: 'Operation timed out', noRoute: 'Network is unreachable' }
  return `can't connect to remote host (${address}): ${words[dialled.outcome]}`
}

const save = (
  body: string,
  { path }: HttpUrl,
  { options, world, tell }: { options: WgetOptions; world: ToolWorld; tell(text: string): void },
): void => {
  const { output = path.replace(/\?.*$/s, '').split('/').at(-1) || 'index.html' } = options
  const isStdout = output === '-'
  tell(isStdout ? 'writing to stdout' : `saving to '${output}'`)
  if (isStdout) world.out.write(body)
  else if (output !== '/dev/null') world.files.write(output, body)
  const name = (isStdout ? '-' : output).slice(0, 20).padEnd(20)
  tell(`${name} 100% |${'*'.repeat(32)}| ${String(Buffer.byteLength(body)).padStart(5)}  0:00:00 ETA`)
  tell(isStdout ? 'written to stdout' : `'${output}' saved`)
}
