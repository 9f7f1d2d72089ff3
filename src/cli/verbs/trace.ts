import type { Service } from '../../api/generated/types.ts'
import type { HttpUrl } from '../../tools/http/url.ts'
import { readUrl, urlText } from '../../tools/http/url.ts'
import type { Trace } from '../../tools/trace/trace.ts'
import type { NamedFinding } from '../../tools/why/check.ts'
import { integer } from '../flags.ts'
import { type Context, defineVerb, UsageError } from '../verb.ts'
import { lookingCloser } from '../why/looking.ts'
import { type ToolPlace, toolWorldAt } from '../world/tool-world.ts'

interface TraceFlags {
  readonly from: string
  readonly output: string
  readonly realDns?: boolean
  readonly repeat: number
}

export const trace = defineVerb({
  usage: '(URL | NAME[:PORT]) [--from=PLACE]',
  description: `Follow one request: the search list, every DNS question and who answered it, the virtual IP, the rule that matched, the endpoints and why each was passed over, NAT, the port, the answer or the failure. The last line says why.

A name without a port means the first port of its Service, or else 80.`,
  examples: `# From some pod of the namespace
kubesim trace http://web:8080/

# From outside
kubesim trace http://172.18.0.3:30080/ --from laptop

# How requests spread over the endpoints
kubesim trace web --repeat 300`,
  declare(command) {
    command.option('--from <place>', 'Who asks: pod/NAME, node/NAME or laptop; some pod of the namespace if unset.', '')
    command.option('--real-dns', "Ask this machine's own resolver for names of the Internet.")
    command.option('-o, --output <format>', 'json, or a picture if unset.', '')
    command.option('--repeat <times>', 'Make so many connections and count where they end.', integer, 0)
  },
  complete([word = '', ...rest], { from, output, repeat, realDns = false }: TraceFlags) {
    if (word === '' || rest.length > 0) throw new UsageError('exactly one URL or NAME is required', { hint: true })
    if (output !== '' && output !== 'json') throw new UsageError(`--output is json, not "${output}"`)
    if (repeat < 0) throw new UsageError(`--repeat is a number of times, not ${repeat}`)
    const url = readUrl(word)
    if (!url) throw new UsageError(`"${word}" is neither a URL nor a name`)
    const hasPort = /^[a-z][a-z0-9+.-]*:\/\//i.test(word) || /:\d+(\/|$)/.test(word)
    return { url, hasPort, from, output, repeat, realDns }
  },
  async run({ url: given, hasPort, from, output, repeat, realDns }, context) {
    const place = await toolWorldAt(from, context, realDns)
    const url = hasPort ? given : withPort(given, await portOf(given, place, context))
    if (repeat > 0) return repeated({ url, times: repeat, output }, place, context)
    const { trace } = await import('../../tools/trace/trace.ts')
    const { world } = place
    const made = await trace(world, url)
    const { because } = await import('../../tools/trace/because.ts')
    const sentence = because(made, await findingOf(url, { from, realDns }, place, context))
    const { rowsOf } = await import('../../tools/trace/rows.ts')
    const rows = rowsOf(made, place.view)
    if (output === 'json') return printJson({ ...jsonOf(made), from: from || 'pod', rows, because: sentence }, context)
    const { printTrace } = await import('../trace/print-trace.ts')
    const heading = `${urlText(url)} from ${from || `a pod of namespace ${context.namespace}`} (${world.address})`
    await printTrace({ heading, rows, because: sentence }, context.io.out)
  },
})

const printJson = (value: object, { io }: Context): void => io.out.write(`${JSON.stringify(value, null, 4)}\n`)

const jsonOf = ({ url, resolution, search, address, route, response, milliseconds }: Trace): object => ({
  url: urlText(url),
  search,
  dns: resolution.steps.map(({ question, server, tier, outcome, exchange }) => ({
    name: question.name,
    type: question.type,
    server,
    tier,
    outcome,
    answers: exchange.outcome === 'reply' ? exchange.reply.answers.map(({ type, data }) => ({ type, data })) : [],
  })),
  address,
  port: url.port,
  steps: route?.steps ?? [],
  outcome: route?.outcome.outcome ?? 'unresolved',
  ...(response ? { status: response.status } : {}),
  milliseconds,
})

// Who speaks to these ports speaks TLS.
const tlsPorts = new Set([443, 6443, 8443])

const withPort = (url: HttpUrl, port: number): HttpUrl => ({
  ...url,
  port,
  scheme: tlsPorts.has(port) ? 'https' : 'http',
})

/** The first port of the Service that a name means. */
const portOf = async ({ host, port }: HttpUrl, { view, settings }: ToolPlace, context: Context): Promise<number> => {
  const { targetOf } = await import('../../tools/why/find-target.ts')
  const target = targetOf({ ask: 'name', host }, { view, settings, namespace: context.namespace })
  const [service]: readonly (Service | undefined)[] = target?.services ?? []
  const ports = service?.spec.ports ?? []
  return ports.some(one => one.port === port) ? port : (ports[0]?.port ?? port)
}

/** What `why` finds about the same request. */
const findingOf = async (
  url: HttpUrl,
  { from, realDns }: { readonly from: string; readonly realDns: boolean },
  { view, settings }: ToolPlace,
  context: Context,
): Promise<NamedFinding | undefined> => {
  // Chance and time of its own: looking closer changes nothing.
  const { world, now } = await toolWorldAt(from, context, realDns)
  const { targetOf } = await import('../../tools/why/find-target.ts')
  const { why } = await import('../../tools/why/why.ts')
  const { namespace } = context
  const target = targetOf({ ask: 'url', url }, { view, settings, namespace })
  const asking = { view, settings, namespace, home: namespace, from, world, now, ...lookingCloser(context, realDns) }
  const [first] = target ? await why({ target, ...asking }) : []
  return first
}

const repeated = async (
  { url, times, output }: { readonly url: HttpUrl; readonly times: number; readonly output: string },
  { world }: ToolPlace,
  context: Context,
): Promise<void> => {
  const { spread } = await import('../../tools/trace/spread.ts')
  const shares = await spread(world, { ...url, times })
  if (output === 'json') return printJson({ url: urlText(url), repeat: times, shares }, context)
  const { printSpread } = await import('../trace/print-spread.ts')
  context.io.out.write(`${urlText(url)}, ${times} connections\n`)
  printSpread(shares, context.io.out)
}
