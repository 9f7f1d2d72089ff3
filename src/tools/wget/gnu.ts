import type { Dialled } from '../http/dial.ts'
import { replyHeaders, statusLine } from '../http/reply-head.ts'
import { authorityOf, type HttpUrl, readUrl, urlText } from '../http/url.ts'
import type { Run, ToolWorld } from '../tool.ts'
import { readWget, type WgetOptions, WgetUsageError } from './arguments.ts'
import { get } from './get.ts'

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
  const say = (text: string): void => {
    if (!options.quiet) err.write(text)
  }
  const url = readUrl(typed)
  if (!url || (url.scheme !== 'http' && url.scheme !== 'https')) {
    err.write(`${typed}: Unsupported scheme.\n`)
    return 1
  }
  if (options.spider) say('Spider mode enabled. Check if remote file exists.\n')
  const stamp = (): string => new Date(world.clock.now()).toISOString().slice(0, 19).replace('T', ' ')
  const got = await get(world, url, options, {
    connecting: asked => say(`--${stamp()}--  ${urlText(asked)}\n`),
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
  if (got.outcome === 'failed') {
    if (got.dialled.outcome === 'unresolved') say(`wget: unable to resolve host address ‘${got.url.host}’\n`)
    return 4
  }
  if (got.outcome === 'silent') say('HTTP request sent, awaiting response... No data received.\nGiving up.\n\n')
  if (got.outcome === 'untrusted')
    say(
      `ERROR: cannot verify ${got.url.host}'s certificate.\nTo connect to ${got.url.host} insecurely, use \`--no-check-certificate'.\n`,
    )
  if (got.outcome === 'noTls')
    say('GnuTLS: An unexpected TLS packet was received.\nUnable to establish SSL connection.\n')
  if (got.outcome === 'tooMany') say('20 redirections exceeded.\n')
  if (got.outcome !== 'replied')
    return got.outcome === 'silent' || got.outcome === 'noTls' ? 4 : got.outcome === 'untrusted' ? 5 : 8
  const { response } = got
  if (response.status >= 400) {
    say(`${stamp()} ERROR ${statusLine(response).replace('HTTP/1.1 ', '').replace(' ', ': ')}.\n\n`)
    return 8
  }
  return finish(response.body, {
    url: got.url,
    type: response.headers['content-type'] ?? '',
    options,
    world,
    say,
    stamp,
  })
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

interface Finishing {
  readonly url: HttpUrl
  readonly type: string
  readonly options: WgetOptions
  readonly world: ToolWorld
  say(text: string): void
  stamp(): string
}

const finish = (body: string, { url, type, options, world, say, stamp }: Finishing): number => {
  const size = Buffer.byteLength(body)
  const length = `Length: ${size} [${type.split(';')[0]}]\n`
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
  return 0
}
