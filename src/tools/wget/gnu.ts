import type { ContainerResponse } from '../../api/behaviour.ts'
import type { Dialled } from '../http/dial.ts'
import { replyHeaders, statusLine } from '../http/reply-head.ts'
import { authorityOf, type HttpUrl, readUrl, urlText } from '../http/url.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { readWget, type WgetOptions, WgetUsageError } from './arguments.ts'
import { type Got, get } from './get.ts'

/** GNU wget 1.21: exit code 4 where the network fails, 8 where the server says no. */
export const gnuWget: Run = async (argv, world) => {
  try {
    const options = readWget(argv)
    if (options.urls.length === 0) throw new WgetUsageError('missing URL')
    let worst = 0
    for (const typed of options.urls) worst ||= await fetchOne(typed, options, world)
    return worst
  } catch (error) {
    if (!(error instanceof WgetUsageError)) throw error
    world.err.write(
      `wget: ${error.message}\nUsage: wget [OPTION]... [URL]...\n\nTry \`wget --help' for more options.\n`,
    )
    return error.message === 'missing URL' ? 1 : 2
  }
}

const fetchOne = async (typed: string, options: WgetOptions, world: ToolWorld): Promise<number> => {
  const { err } = world
  const url = readUrl(typed)
  if (!url || (url.scheme !== 'http' && url.scheme !== 'https')) {
    err.write(`${typed}: Unsupported scheme${url ? ` ‘${url.scheme}’` : ''}.\n`)
    return 1
  }
  const say = (text: string): void => {
    if (!options.quiet && !options.brief) err.write(text)
  }
  const fetching: Fetching = { url, options, world, say, stamp: () => stampOf(world.clock.now()) }
  if (options.spider) say('Spider mode enabled. Check if remote file exists.\n')
  for (let count = 1; ; count++) {
    const got = await attempt(fetching, count)
    if (!isRetried(got)) return finished(got, fetching)
    if (got.outcome === 'silent') say('HTTP request sent, awaiting response... No data received.\n')
    if (count >= options.tries) {
      say('Giving up.\n\n')
      return 4
    }
    say('Retrying.\n\n')
    world.wait(Math.min(count, mostWait) * 1000)
  }
}

// wget waits a second longer before each try, up to ten.
const mostWait = 10

interface Fetching {
  readonly url: HttpUrl
  readonly options: WgetOptions
  readonly world: ToolWorld
  say(text: string): void
  stamp(): string
}

const stampOf = (now: number): string => new Date(now).toISOString().slice(0, 19).replace('T', ' ')

/** Only what may go by itself is tried again. */
const isRetried = (got: Got): boolean =>
  got.outcome === 'silent' || (got.outcome === 'failed' && got.dialled.outcome === 'timeout')

const attempt = ({ url, options, world, say, stamp }: Fetching, count: number): Promise<Got> =>
  get(world, url, options, {
    connecting: asked =>
      say(`--${stamp()}--  ${count > 1 ? `(try:${String(count).padStart(2)})  ` : ''}${urlText(asked)}\n`),
    reused: asked => say(`Reusing existing connection to ${asked.host}:${asked.port}.\n`),
    dialled: (asked, dialled) => say(dialText(asked, dialled)),
    replied(_, response) {
      const shown = statusLine(response).replace('HTTP/1.1 ', '')
      const lines = [
        statusLine(response),
        ...replyHeaders(response, world.clock.now()).map(([name, value]) => `${name}: ${value}`),
      ]
      const head = options.showHeaders ? `\n${lines.map(line => `  ${line}\n`).join('')}` : `${shown}\n`
      say(`HTTP request sent, awaiting response... ${head}`)
    },
    redirecting: (_, location) => say(`Location: ${location} [following]\n`),
  })

const finished = (got: Got, fetching: Fetching): number => {
  if (got.outcome === 'replied') return replied(got.response, { ...fetching, url: got.url })
  const { host } = got.url
  const isUnresolved = got.outcome === 'failed' && got.dialled.outcome === 'unresolved'
  if (isUnresolved) fetching.say(`wget: unable to resolve host address ‘${host}’\n`)
  if (got.outcome === 'untrusted') {
    const subject = `ERROR: The certificate of ‘${host}’`
    fetching.say(`${subject} is not trusted.\n${subject} doesn't have a known issuer.\n`)
  }
  if (got.outcome === 'noTls')
    fetching.say('GnuTLS: An unexpected TLS packet was received.\nUnable to establish SSL connection.\n')
  if (got.outcome === 'tooMany') fetching.say('20 redirections exceeded.\n')
  return got.outcome === 'untrusted' ? 5 : got.outcome === 'tooMany' ? 8 : 4
}

const replied = (response: ContainerResponse, fetching: Fetching): number => {
  const { say, stamp, options, world, url } = fetching
  if (response.status < 400) return save(response, fetching)
  const words = statusLine(response).replace('HTTP/1.1 ', '').replace(' ', ': ')
  if (options.spider) say('Remote file does not exist -- broken link!!!\n\n')
  else if (options.brief) world.err.write(`${urlText(url)}:\n${stamp()} ERROR ${words}.\n`)
  else say(`${stamp()} ERROR ${words}.\n\n`)
  return 8
}

const dialText = (url: HttpUrl, dialled: Dialled): string => {
  const isAddress = dialled.outcome !== 'unresolved' && dialled.attempts[0]?.address === url.host
  const resolving = isAddress ? '' : `Resolving ${url.host} (${url.host})... `
  if (dialled.outcome === 'unresolved') return `${resolving}failed: Name or service not known.\n`
  const addresses = dialled.attempts.map(({ address }) => address).join(', ')
  const ends = {
    refused: 'failed: Connection refused.',
    timeout: 'failed: Connection timed out.',
    noRoute: 'failed: Network is unreachable.',
    delivered: 'connected.',
  }
  const tried = dialled.attempts.map(({ address, connection }) => {
    const place = isAddress ? authorityOf({ ...url, scheme: '' }) : `${url.host} (${url.host})|${address}|:${url.port}`
    return `Connecting to ${isAddress ? `${url.host}:${url.port}` : place}... ${ends[connection.route.outcome.outcome]}\n`
  })
  return `${isAddress ? '' : `${resolving}${addresses}\n`}${tried.join('')}`
}

const save = ({ body, headers }: ContainerResponse, { url, options, world, say, stamp }: Fetching): number => {
  const size = Buffer.byteLength(body)
  const length = `Length: ${size} [${headers['content-type']?.split(';')[0] ?? ''}]\n`
  if (options.spider) {
    say(`${length}Remote file exists.\n\n`)
    return 0
  }
  const { output = url.path.replace(/\?.*$/s, '').split('/').at(-1) || 'index.html' } = options
  const isStdout = output === '-'
  say(`${length}Saving to: ‘${isStdout ? 'STDOUT' : output}’\n\n`)
  if (isStdout) world.out.write(body)
  else if (output !== '/dev/null') world.files.write(output, body)
  const rate = `${(size / 1000).toFixed(2)} KB/s`
  say(`${'     0K'.padEnd(62)} 100% ${(size / 1000).toFixed(2)}K=0.001s\n\n`)
  say(`${stamp()} (${rate}) - ${isStdout ? 'written to stdout' : `‘${output}’ saved`} [${size}/${size}]\n\n`)
  if (options.brief && !options.quiet)
    world.err.write(`${stamp()} URL:${urlText(url)} [${size}/${size}] -> "${output}" [1]\n`)
  return 0
}
