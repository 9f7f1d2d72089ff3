import type { ContainerResponse } from '../../../api/behaviour.ts'
import type { Connection } from '../../connection.ts'
import { statusText } from '../../http/status-text.ts'
import { authorityOf, type HttpUrl, urlText } from '../../http/url.ts'
import type { Finding, WhyContext } from '../check.ts'
import { command } from '../commands.ts'

export interface Reached {
  readonly url: HttpUrl
  readonly connection: Connection
  readonly context: WhyContext
}

/** A connection that is made, and comes to no good: TLS where there is none, no HTTP, an error for an answer. */
export const badReply = async (reached: Reached): Promise<Finding | undefined> => {
  const { context, connection, url } = reached
  // What is known to be wrong before shows in the reply, too.
  if (context.found.some(({ check }) => check !== 'affinity')) return undefined
  if (url.scheme === 'https' && !connection.certificate) return noTls(reached)
  if (url.scheme !== 'http' && url.scheme !== 'https') return undefined
  const response = await ask(reached, url.path)
  if (!response) return noHttp(reached)
  return response.status === 404 || response.status >= 500 ? errorReply(response, reached) : undefined
}

const ask = ({ connection, url }: Reached, path: string): Promise<ContainerResponse | undefined> =>
  connection.request({
    method: 'GET',
    path,
    headers: { host: authorityOf(url), accept: '*/*' },
    body: '',
    encrypted: url.scheme === 'https',
  })

/** Who answered, as it is named. */
const receiverOf = ({ connection: { route } }: Reached): string => {
  if (route.outcome.outcome !== 'delivered') return 'nobody'
  const { receiver } = route.outcome
  return receiver.kind === 'pod' ? `pod ${receiver.pod.metadata.name}` : receiver.name
}

const curl = ({ context, url }: Reached, change: Partial<HttpUrl>): string =>
  command(context, `curl${place(context)} ${urlText({ ...url, ...change })}`, homeOf(context))

const place = ({ from }: WhyContext): string => (from ? ` --from ${from}` : '')

const homeOf = ({ from, target }: WhyContext): string | undefined =>
  from === 'laptop' || from.startsWith('node/') ? undefined : target.namespace

const noTls = (reached: Reached): Finding => ({
  about: reached.context.target.name,
  cause: `port ${reached.url.port} speaks plain HTTP: a Service passes packets on and adds no TLS`,
  evidence: [`the connection to ${receiverOf(reached)} is made, but there is no TLS handshake`],
  mend: [curl(reached, { scheme: 'http' })],
})

const noHttp = (reached: Reached): Finding => {
  const { context, url } = reached
  return {
    about: context.target.name,
    cause: `${receiverOf(reached)} accepts the connection, but does not speak HTTP: the reply is empty`,
    evidence: [`port ${url.port} is open`],
    mend: [command(context, `nc${place(context)} -zv ${url.host} ${url.port}`, homeOf(context))],
  }
}

const errorReply = async ({ status }: ContainerResponse, reached: Reached): Promise<Finding> => {
  const { context, url } = reached
  const good = await goodPath(reached)
  const words = `${status} ${statusText(status)}`
  return {
    about: context.target.name,
    cause: `the request comes through: ${receiverOf(reached)} itself answers ${words} to ${url.path}`,
    evidence: [
      'name, Service and port are right; the program has to be asked otherwise',
      good ? `to ${good.path} it answers ${good.status} ${statusText(good.status)}` : 'to / it answers no better',
    ],
    mend: good ? [curl(reached, { path: good.path })] : switchedBack(reached),
  }
}

// Where programs like to say how they are.
const usual = ['/', '/healthz', '/health', '/ready', '/rng', '/api', '/status', '/metrics']

const goodPath = async (reached: Reached): Promise<{ path: string; status: number } | undefined> => {
  for (const path of usual.filter(one => one !== reached.url.path)) {
    const answer = await ask(reached, path)
    if (answer && answer.status < 400) return { path, status: answer.status }
  }
  return undefined
}

/** A program that was told to answer so; of another one only its log can tell. */
const switchedBack = ({ context, connection: { route } }: Reached): readonly string[] => {
  if (route.outcome.outcome !== 'delivered' || route.outcome.receiver.kind !== 'pod') return []
  const { pod } = route.outcome.receiver
  const { name, namespace, annotations = {} } = pod.metadata
  const keys = Object.keys(annotations).filter(key => /^kubesim\.io\/(respond|switches)/.test(key))
  const words = keys.length > 0 ? `annotate pod ${name} ${keys.map(key => `${key}-`).join(' ')}` : `logs ${name}`
  return [command(context, words, namespace)]
}
